import { daysFrom, longDayIn } from '../text/clock.ts'
import { useSpeech } from '../text/speech.tsx'

export function DayDivider({ at }: { at: Date }) {
  const { words, zone, locale } = useSpeech()
  const now = new Date()
  const days = daysFrom(now, at, zone)
  const text =
    days === 0
      ? words('messages.today')
      : days === -1
        ? words('messages.yesterday')
        : longDayIn(at, now, zone, locale)
  return (
    <h2 className="day-divider">
      <span>{text}</span>
    </h2>
  )
}
