import type { Role } from '@dongzhou/terms/role'
import { authoritiesInWords } from './role-authorities.ts'
import { accessWords, rolePurposes } from './words.ts'

/** What a role may do, and what it may not, in words. */
export function RoleWords({ role }: { readonly role: Role }) {
  const { may, mayNot, needsSecondFactor } = authoritiesInWords(role)
  return (
    <section className="role-words">
      <p>{rolePurposes[role]}</p>
      {needsSecondFactor && <p className="risk">{accessWords.secondFactor}</p>}
      <div className="role-columns">
        <div>
          <h3>{accessWords.mayDo}</h3>
          <ul>
            {may.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
        <div className="quiet">
          <h3>{accessWords.mayNot}</h3>
          <ul>
            {mayNot.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  )
}
