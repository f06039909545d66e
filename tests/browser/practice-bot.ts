import { App, LogLevel } from '@slack/bolt'
import type { KnownBlock, ModalView } from '@slack/types'
import type { Sandbox } from '../../src/sandbox/index.ts'

const plain = (text: string) => ({ type: 'plain_text' as const, text })

/** A task with a button, as the bot posts it; once accepted, the button is gone. */
export function taskBlocks(accepted?: string): KnownBlock[] {
  const state = accepted
    ? `:white_check_mark: Accepted by <@${accepted}>`
    : ':hourglass_flowing_sand: Waiting'
  const open: KnownBlock[] = accepted
    ? []
    : [
        {
          type: 'actions',
          block_id: 'task',
          elements: [
            { type: 'button', action_id: 'task.accept', text: plain('Accept'), style: 'primary', value: '7' },
            {
              type: 'button',
              action_id: 'task.decline',
              text: plain('Decline'),
              style: 'danger',
              value: '7',
              confirm: {
                title: plain('Decline the task?'),
                text: plain('The convenor will be told.'),
                confirm: plain('Decline it'),
                deny: plain('Keep it'),
                style: 'danger',
              },
            },
            {
              type: 'static_select',
              action_id: 'task.snooze',
              placeholder: plain('Remind me later'),
              options: [
                { text: plain('Tomorrow'), value: '1' },
                { text: plain('In a week'), value: '7' },
              ],
            },
          ],
        },
      ]
  return [
    {
      type: 'section',
      text: { type: 'mrkdwn', text: '*Comments on ISO/IEC 27001 Amd 1*, clause 6.1 & annex A' },
    },
    ...open,
    { type: 'context', elements: [{ type: 'mrkdwn', text: state }] },
  ]
}

const assignModal: ModalView = {
  type: 'modal',
  callback_id: 'assign',
  title: plain('New assignment'),
  submit: plain('Assign'),
  blocks: [
    {
      type: 'input',
      block_id: 'task',
      label: plain('Task'),
      element: { type: 'plain_text_input', action_id: 'text' },
    },
    {
      type: 'input',
      block_id: 'who',
      label: plain('Assignee'),
      element: { type: 'users_select', action_id: 'user' },
    },
    {
      type: 'input',
      block_id: 'due',
      label: plain('Due'),
      optional: true,
      element: { type: 'datepicker', action_id: 'date', initial_date: '2026-12-01' },
    },
    {
      type: 'input',
      block_id: 'kinds',
      label: plain('Working languages'),
      optional: true,
      element: {
        type: 'checkboxes',
        action_id: 'languages',
        options: [
          { text: plain('Chinese'), value: 'zh' },
          { text: plain('English'), value: 'en' },
        ],
      },
    },
  ],
}

const digestModal: ModalView = {
  type: 'modal',
  callback_id: 'digest',
  notify_on_close: true,
  title: plain('Digest'),
  submit: plain('Send it'),
  blocks: [
    {
      type: 'input',
      block_id: 'note',
      label: plain('Note'),
      element: { type: 'plain_text_input', action_id: 'text', multiline: true },
    },
    {
      type: 'section',
      block_id: 'standard',
      text: plain('Standard'),
      accessory: {
        type: 'external_select',
        action_id: 'standard.find',
        min_query_length: 2,
        placeholder: plain('Which standard?'),
      },
    },
    {
      type: 'actions',
      block_id: 'more',
      elements: [{ type: 'button', action_id: 'digest.preview', text: plain('Preview') }],
    },
  ],
}

const previewModal: ModalView = {
  type: 'modal',
  callback_id: 'preview',
  title: plain('Preview'),
  blocks: [{ type: 'section', text: plain('This is how it will look.') }],
}

export type PracticeBot = { app: App; heard: unknown[]; stop: () => Promise<void> }

/** A tiny bot of the tests' own, on the sandbox over Socket Mode. `heard` is what reached it, in order. */
export async function practiceBot(sandbox: Sandbox): Promise<PracticeBot> {
  const heard: unknown[] = []
  const app = new App({
    token: sandbox.botToken,
    appToken: sandbox.appToken,
    socketMode: true,
    clientOptions: { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 } },
    logLevel: LogLevel.ERROR,
  })
  app.command('/standard', async ({ ack, command, respond }) => {
    await ack()
    await respond({ text: `*${command.text.replace(/^show /, '')}* is in *ballot* until 15 December.` })
  })
  app.command('/assign', async ({ ack, command, client }) => {
    await ack()
    await client.views.open({ trigger_id: command.trigger_id, view: assignModal })
  })
  app.view('assign', async ({ ack, view, client, body }) => {
    const { values } = view.state
    heard.push(values)
    const task = values.task?.text?.value ?? ''
    if (task.length < 5) {
      await ack({ response_action: 'errors', errors: { task: 'Say a little more.' } })
      return
    }
    await ack()
    const who = values.who?.user?.selected_user
    await client.chat.postMessage({ channel: 'C0WG1', text: `<@${body.user.id}> gave <@${who}>: ${task}` })
  })
  app.action('task.accept', async ({ ack, respond, body }) => {
    await ack()
    await respond({ replace_original: true, text: 'Task', blocks: taskBlocks(body.user.id) })
  })
  app.action(/^task\.(decline|snooze)$/, async ({ ack, action }) => {
    heard.push(action)
    await ack()
  })
  app.shortcut('assignment.from_message', async ({ ack, shortcut, client }) => {
    await ack()
    await client.views.open({ trigger_id: shortcut.trigger_id, view: assignModal })
  })
  app.command('/digest', async ({ ack, command, client }) => {
    await ack()
    await client.views.open({ trigger_id: command.trigger_id, view: digestModal })
  })
  app.options('standard.find', async ({ ack, payload }) => {
    const found = ['GB/T 43697', 'ISO/IEC 27001', 'ISO/IEC 27701'].filter((name) =>
      name.includes(payload.value),
    )
    await ack({ options: found.map((name) => ({ text: plain(name), value: name })) })
  })
  app.action('standard.find', async ({ ack, action }) => {
    heard.push(action)
    await ack()
  })
  app.action('digest.preview', async ({ ack, body, client }) => {
    await ack()
    if (body.type === 'block_actions')
      await client.views.push({ trigger_id: body.trigger_id, view: previewModal })
  })
  app.view({ type: 'view_closed', callback_id: 'digest' }, async ({ ack, view }) => {
    heard.push(view.callback_id)
    await ack()
  })
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({
      user_id: event.user,
      view: {
        type: 'home',
        blocks: [{ type: 'header', text: plain('Your week') }, ...taskBlocks()],
      },
    })
  })
  await app.start()
  return { app, heard, stop: async () => void (await app.stop()) }
}
