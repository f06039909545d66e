/** Shortcodes in common use. What is not here is shown as it was written. */
const EMOJI: Readonly<Record<string, string>> = Object.fromEntries(
  `+1 👍|-1 👎|100 💯|alarm_clock ⏰|arrow_down ⬇️|arrow_left ⬅️|arrow_right ➡️|arrow_up ⬆️|bangbang ‼️|bar_chart 📊
bell 🔔|black_circle ⚫|blue_book 📘|blush 😊|bookmark 🔖|books 📚|bulb 💡|bust_in_silhouette 👤|busts_in_silhouette 👥
calendar 📆|card_index_dividers 🗂️|chart_with_downwards_trend 📉|chart_with_upwards_trend 📈|clap 👏|clipboard 📋
clock1 🕐|clock3 🕒|clock9 🕘|closed_book 📕|construction 🚧|cry 😢|date 📅|department_store 🏬|door 🚪|earth_asia 🌏
email ✉️|envelope ✉️|exclamation ❗|eyes 👀|file_folder 📁|fire 🔥|gear ⚙️|globe_with_meridians 🌐|green_book 📗
green_heart 💚|grey_question ❔|grin 😁|hammer_and_wrench 🛠️|hand ✋|handshake 🤝|heart ❤️|heavy_check_mark ✔️
heavy_minus_sign ➖|heavy_plus_sign ➕|hourglass ⌛|hourglass_flowing_sand ⏳|house 🏠|inbox_tray 📥
information_source ℹ️|key 🔑|label 🏷️|large_blue_circle 🔵|large_green_circle 🟢|large_orange_circle 🟠
large_yellow_circle 🟡|ledger 📒|link 🔗|lock 🔒|loudspeaker 📢|mag 🔍|mailbox 📫|mega 📣|memo 📝|moon 🌙|muscle 💪
newspaper 📰|no_bell 🔕|no_entry ⛔|no_entry_sign 🚫|notebook 📓|office 🏢|ok 🆗|ok_hand 👌|open_book 📖|book 📖
open_file_folder 📂|orange_book 📙|outbox_tray 📤|package 📦|page_facing_up 📄|paperclip 📎|partying_face 🥳|pen ✒️
pencil 📝|pencil2 ✏️|point_down 👇|point_right 👉|point_up ☝️|pray 🙏|pushpin 📌|question ❓|raised_hand ✋
raising_hand 🙋|recycle ♻️|red_circle 🔴|repeat 🔁|robot_face 🤖|rocket 🚀|rotating_light 🚨|round_pushpin 📍
scales ⚖️|scroll 📜|shield 🛡️|slightly_smiling_face 🙂|smile 😄|smiley 😃|snooze 💤|zzz 💤|sos 🆘|sparkles ✨
speech_balloon 💬|spiral_calendar_pad 🗓️|star ⭐|stopwatch ⏱️|sunny ☀️|tada 🎉|telephone 📞|thinking_face 🤔
thumbsdown 👎|thumbsup 👍|timer_clock ⏲️|triangular_flag_on_post 🚩|trophy 🏆|unlock 🔓|v ✌️|warning ⚠️|wastebasket 🗑️
wave 👋|white_check_mark ✅|white_circle ⚪|wink 😉|world_map 🗺️|writing_hand ✍️|x ❌|negative_squared_cross_mark ❎
ballot_box_with_check ☑️|ballot_box_with_ballot 🗳️|end 🔚|back 🔙|new 🆕|soon 🔜|new_moon 🌑|seedling 🌱`
    .split(/[|\n]/)
    .map((entry) => entry.split(' ') as [string, string]),
)

const SKIN = ['', '', '🏻', '🏼', '🏽', '🏾', '🏿']

/** The character of a shortcode such as `tada`, `flag-cn` or `+1::skin-tone-3`; null where it isn't known. */
export function emojiOf(shortcode: string): string | null {
  const [name = '', tone] = shortcode.split('::skin-tone-')
  const flag =
    /^flag-([a-z]{2})$/.exec(name)?.[1] ?? (/^(cn|us|gb|jp|kr|de|fr)$/.test(name) ? name : undefined)
  if (flag) return String.fromCodePoint(...[...flag].map((letter) => letter.charCodeAt(0) - 97 + 0x1f1e6))
  const emoji = EMOJI[name]
  return emoji === undefined ? null : emoji + (SKIN[Number(tone ?? 0)] ?? '')
}
