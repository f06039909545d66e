/** Whether something that the bot depends on answers; nothing in it is a secret. */
export type Health = { ok: true; detail?: string } | { ok: false; error: string }
