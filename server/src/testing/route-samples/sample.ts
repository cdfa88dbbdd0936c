import type { AnyContractProcedure, ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import type { App } from '../../platform/app.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import type { ClerkOptions } from '../fresh-database.ts'

/** 样例 (samples): one for every route of a room; a route that is added without one does not compile. */
export type Samples<Contract> = {
  readonly [Name in keyof Contract]: Contract[Name] extends AnyContractProcedure
    ? Sample<InputOf<Contract[Name]>>
    : never
}

/** How a route is called well, and what somebody of another division gets when they call it the same way. */
export interface Sample<Input> {
  /** Records what the route needs, in the eastern town, and answers a good input (without action id). */
  arrange(stage: Stage): Promise<Input>
  /**
   * The same input from the western town: `refused`, or an `empty` list; anything else says in words why it is right.
   * Left out: `empty` for a list, `refused` for everything else.
   */
  readonly elsewhere?: 'refused' | 'empty' | { readonly isOpenBecause: string }
}

/** What a sample may use to lay its ground: routes by their contract, and the front doors of rooms in a transaction. */
export interface Stage {
  readonly app: App
  /** Calls a route through the runner; by a chief of the whole county unless said otherwise. */
  run<Procedure extends AnyContractProcedure>(
    procedure: Procedure,
    input: InputOf<Procedure>,
    as?: ClerkOptions,
  ): Promise<OutputOf<Procedure>>
  inSetting<T>(work: (setting: ActionSetting) => Promise<T>, as?: ClerkOptions): Promise<T>
  /** Does a job that was ordered, as the job runner would. */
  finish(jobId: string | null): Promise<void>
  /** A number that no other sample has got. */
  next(): number
}

/** What a client sends, but for the action id, which whoever runs the sample adds. */
export type InputOf<Procedure> =
  Procedure extends ContractProcedure<infer Input, infer _Output, infer _Errors, infer _Meta>
    ? unknown extends InferSchemaInput<Input>
      ? undefined
      : Omit<InferSchemaInput<Input>, 'actionId'>
    : never

export type OutputOf<Procedure> =
  Procedure extends ContractProcedure<infer _Input, infer Output, infer _Errors, infer _Meta>
    ? InferSchemaOutput<Output>
    : never
