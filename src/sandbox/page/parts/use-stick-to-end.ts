import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

const NEAR_PX = 60

/**
 * Keeps a scrolling box at its end while its content grows, unless one has scrolled away from there.
 *
 * @param newest changes when something was added at the end
 * @param always whether this addition is shown even to one who has scrolled away, as one's own words are
 */
export function useStickToEnd(newest: string | undefined, always: boolean) {
  const box = useRef<HTMLElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const sticks = useRef(true)
  const [atEnd, setAtEnd] = useState(true)

  const toEnd = useCallback(() => {
    sticks.current = true
    if (box.current) box.current.scrollTop = box.current.scrollHeight
  }, [])

  useLayoutEffect(() => {
    if (newest && always) toEnd()
  }, [newest, always, toEnd])

  useEffect(() => {
    const element = box.current
    if (!element || !content.current) return
    const observer = new ResizeObserver(() => sticks.current && toEnd())
    observer.observe(content.current)
    observer.observe(element)
    const scrolled = () => {
      const near = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX
      sticks.current = near
      setAtEnd(near)
    }
    element.addEventListener('scroll', scrolled, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', scrolled)
    }
  }, [toEnd])

  return { box, content, atEnd, toEnd }
}
