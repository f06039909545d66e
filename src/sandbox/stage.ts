import type { Core } from './core.ts'
import { pageView } from './page-api/shown.ts'
import type { StoredView } from './state/changes.ts'

/** Shows a person's page the modals that are open now. */
export function showStack(core: Core, user: string): void {
  core.page.toUser(user, { type: 'views', stack: core.modals.stack(user).map(pageView) })
}

/** Keeps a Home view and shows it. */
export function publishHome(core: Core, view: StoredView): void {
  core.workspace.commit({ did: 'home', view })
  core.page.toUser(view.user, { type: 'home', view: pageView(view) })
}
