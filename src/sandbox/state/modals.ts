import type { StoredView } from './changes.ts'

/** The modals that are open, a stack of at most three a person. */
export type Modals = {
  stack(user: string): StoredView[]
  find(viewId: string): StoredView | undefined
  /** Opens upon nothing: what was open before is gone. */
  open(view: StoredView): void
  /** False where three are open already. */
  push(view: StoredView): boolean
  replace(view: StoredView): void
  /** Takes one view away, and those upon it. Returns what went away, the top first. */
  remove(viewId: string): StoredView[]
  clear(user: string): StoredView[]
}

export const mostModals = 3

/** No modal is open at first; none outlives the process. */
export function modals(): Modals {
  const stacks = new Map<string, StoredView[]>()
  const stack = (user: string) => stacks.get(user) ?? []
  const find = (viewId: string) => {
    for (const views of stacks.values()) {
      const found = views.find((view) => view.id === viewId)
      if (found !== undefined) return found
    }
    return undefined
  }
  return {
    stack,
    find,
    open: (view) => void stacks.set(view.user, [view]),
    push(view) {
      if (stack(view.user).length >= mostModals) return false
      stacks.set(view.user, [...stack(view.user), view])
      return true
    },
    replace(view) {
      stacks.set(
        view.user,
        stack(view.user).map((each) => (each.id === view.id ? view : each)),
      )
    },
    remove(viewId) {
      const view = find(viewId)
      if (view === undefined) return []
      const views = stack(view.user)
      const at = views.findIndex((each) => each.id === viewId)
      stacks.set(view.user, views.slice(0, at))
      return views.slice(at).reverse()
    },
    clear(user) {
      const gone = [...stack(user)].reverse()
      stacks.delete(user)
      return gone
    },
  }
}
