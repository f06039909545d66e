const PATHS = {
  back: 'M12.5 5 7.5 10l5 5',
  forward: 'm7.5 5 5 5-5 5',
  down: 'm5.5 8 4.5 4.5L14.5 8',
  check: 'm4.5 10.5 3.5 3.5 7.5-8',
  close: 'm5.5 5.5 9 9m0-9-9 9',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  reply: 'M4 5.5h12v8H9.5L6 16.5v-3H4z',
  send: 'M4 4.5 16.5 10 4 15.5l1.8-5.5zM5.8 10h5',
  menu: 'M3.5 6h13m-13 4h13m-13 4h13',
  hash: 'M8 4 6.5 16M13.5 4 12 16M4.5 8h12M3.5 12h12',
  home: 'M4 9.5 10 4.5l6 5v6.5h-4v-4H8v4H4z',
  calendar: 'M4 5.5h12v11H4zm0 4h12M7.5 3.5v3m5-3v3',
  bolt: 'M11 3.5 5 11.5h4.5L9 16.5l6-8h-4.5z',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zm4-1.5 3.5 3.5',
  eye: 'M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5zm7.5 2a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  switch: 'M5 7.5h10l-2.5-3M15 12.5H5l2.5 3',
  file: 'M5 3.5h6.5L15.5 7.5v9H5zm6.5 0v4h4',
  members:
    'M7.5 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM2.5 15.5c0-2.5 2-4 5-4s5 1.5 5 4M13 5a2.5 2.5 0 0 1 0 4.5m1.5 2.5c2 .3 3 1.6 3 3.5',
} as const

/** A line drawing of this page's own, in the colour of the text beside it. */
export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg className={`icon icon-${name}`} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}
