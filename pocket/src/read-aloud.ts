/** 朗读 (read aloud): a button that reads the page with the phone's own Chinese voice; it stays hidden where there is none. */
export function readAloud(button: HTMLButtonElement, content: HTMLElement): void {
  if (!('speechSynthesis' in window)) return
  const offer = () => {
    button.hidden = chineseVoice() === undefined
  }
  offer()
  // Most browsers fetch their voices after the page has loaded.
  speechSynthesis.addEventListener('voiceschanged', offer)
  button.addEventListener('click', () => (speechSynthesis.speaking ? stop(button) : start(button, content)))
  window.addEventListener('pagehide', () => speechSynthesis.cancel())
}

function start(button: HTMLButtonElement, content: HTMLElement): void {
  const parts = [...content.querySelectorAll<HTMLElement>('h1, h2, p, li')].map((part) => utter(part.textContent ?? ''))
  parts.at(-1)?.addEventListener('end', () => show(button, false))
  for (const part of parts) speechSynthesis.speak(part)
  show(button, true)
}

function stop(button: HTMLButtonElement): void {
  speechSynthesis.cancel()
  show(button, false)
}

// One utterance a paragraph: some phones cut a single long one off after fifteen seconds.
function utter(text: string): SpeechSynthesisUtterance {
  const utterance = new SpeechSynthesisUtterance(text)
  utterance.lang = 'zh-CN'
  utterance.voice = chineseVoice() ?? null
  utterance.rate = 0.9
  return utterance
}

function chineseVoice(): SpeechSynthesisVoice | undefined {
  return speechSynthesis.getVoices().find((voice) => /^zh[-_](CN|Hans)/i.test(voice.lang) && voice.localService)
}

function show(button: HTMLButtonElement, isReading: boolean): void {
  button.setAttribute('aria-pressed', String(isReading))
  button.textContent = isReading ? '停止' : '朗读'
}
