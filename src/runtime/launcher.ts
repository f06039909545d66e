const lookMs = 1_000

/**
 * Calls `gone` when the parent process has died. Whoever kills `npm start` means the bot: without this it would
 * live on unseen and hold the data folder.
 */
export function whenLauncherIsGone(parentId: () => number, gone: () => void): void {
  const launcher = parentId()
  const timer = setInterval(() => {
    if (parentId() === launcher) return
    clearInterval(timer)
    gone()
  }, lookMs)
  timer.unref()
}
