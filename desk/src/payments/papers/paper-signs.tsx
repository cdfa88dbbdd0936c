import { paperWords } from './paper-words.ts'

/** 签字栏: who signs, each with the day. */
export function PaperSigns({ signs }: { readonly signs: readonly string[] }) {
  return (
    <div className="pay-signs">
      {signs.map((sign) => (
        <span key={sign}>
          {sign}
          <br />
          {paperWords.signDay}
        </span>
      ))}
    </div>
  )
}
