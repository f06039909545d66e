import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

const GAP_PX = 4

/**
 * A panel in the browser's top layer beside its anchor, so that no scrolling box cuts it off. It is closed by a
 * press outside, by Escape, and when what it hangs on scrolls away.
 */
export function Floating(props: {
  anchor: RefObject<HTMLElement | null>
  className: string
  /** Whether the panel is at least as wide as the anchor. */
  wide?: boolean
  onClose: () => void
  children: ReactNode
}) {
  const { anchor, wide, onClose } = props
  const panel = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  close.current = onClose

  useLayoutEffect(() => {
    const element = panel.current
    const beside = anchor.current
    if (!element || !beside) return
    element.showPopover()
    const place = () => {
      const box = beside.getBoundingClientRect()
      if (wide) element.style.minWidth = `${box.width}px`
      const below = innerHeight - box.bottom
      const up = below < element.offsetHeight + GAP_PX * 2 && box.top > below
      element.style.top = `${up ? Math.max(GAP_PX, box.top - element.offsetHeight - GAP_PX) : box.bottom + GAP_PX}px`
      element.style.left = `${Math.max(GAP_PX, Math.min(box.left, innerWidth - element.offsetWidth - GAP_PX))}px`
    }
    place()
    const observer = new ResizeObserver(place)
    observer.observe(element)
    return () => observer.disconnect()
  }, [anchor, wide])

  useEffect(() => {
    const outside = (event: Event) => {
      const target = event.target as Node
      if (!panel.current?.contains(target) && !anchor.current?.contains(target)) close.current()
    }
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      close.current()
      anchor.current?.focus()
    }
    const element = panel.current
    element?.addEventListener('keydown', leave)
    document.addEventListener('pointerdown', outside, true)
    document.addEventListener('scroll', outside, true)
    return () => {
      element?.removeEventListener('keydown', leave)
      document.removeEventListener('pointerdown', outside, true)
      document.removeEventListener('scroll', outside, true)
    }
  }, [anchor])

  return (
    <div ref={panel} popover="manual" className={`floating ${props.className}`}>
      {props.children}
    </div>
  )
}
