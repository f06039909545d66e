import { useSyncExternalStore } from 'react'

const query = () => matchMedia('(prefers-color-scheme: dark)')

function subscribe(changed: () => void): () => void {
  const list = query()
  list.addEventListener('change', changed)
  return () => list.removeEventListener('change', changed)
}

/** Whether the person's system asks for dark colours, kept current. */
export function usePrefersDark(): boolean {
  return useSyncExternalStore(subscribe, () => query().matches)
}
