// "Find a standard" in the menu beside the message box
import { shortcut } from '../../src/contract/shortcut.ts'
import { findStandardModal } from '../../src/views/find-standard-modal.ts'

export const findStandard = shortcut({
  id: 'standard.find',
  type: 'global',
  name: 'shortcut.find',
  summary: 'shortcut.find-what',
  who: 'anyone',
  run: async (_app, caller) => ({ kind: 'modal', view: findStandardModal(caller.language) }),
})
