import { switchLargeType } from './large-type.ts'
import { readAloud } from './read-aloud.ts'

// Without a script the page is whole; the two buttons appear only where they work.
const tools = document.querySelector<HTMLElement>('.tools')
const larger = document.querySelector<HTMLButtonElement>('#larger')
const aloud = document.querySelector<HTMLButtonElement>('#aloud')
const content = document.querySelector<HTMLElement>('#content')

if (tools && larger && aloud && content) {
  switchLargeType(larger)
  readAloud(aloud, content)
  tools.hidden = false
}
