import { Alert } from 'antd'
import { troubleOf } from '../kit/trouble.ts'
import { trailWords } from './words.ts'

interface VerificationSayProps {
  readonly verification: {
    readonly data: { readonly isWhole: boolean; readonly say: string } | undefined
    readonly error: unknown
    readonly isFetching: boolean
  }
}

/** What the verification found, in the server's own sentence; damage stays on screen until one leaves the page. */
export function VerificationSay({ verification }: VerificationSayProps) {
  const { data, error, isFetching } = verification
  if (isFetching) return <Alert className="verification" type="info" showIcon title={trailWords.verifying} />
  if (error) return <Alert className="verification" type="error" showIcon title={troubleOf(error).say} />
  if (!data) return null
  return <Alert className="verification" type={data.isWhole ? 'success' : 'error'} showIcon title={data.say} />
}
