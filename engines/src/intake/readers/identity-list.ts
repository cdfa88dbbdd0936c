import { type Identity, identities, isIdentity } from '@dongzhou/terms/identity'
import { type Cell, cellText, compact } from '../cell.ts'
import { type Flaw, held } from '../complaint.ts'
import { type Reader, type Reading, readErrorCell } from '../reader.ts'

/** 身份 reader: one or several identities in a cell (参战、带病), in the many words that ledgers have for them. */
export const identityListReader: Reader<readonly Identity[]> = {
  kind: 'identity-list',
  repeats: true,
  mayRepeatAbove: true,
  read: readIdentities,
}

const OTHER_WORDS: { readonly [I in Identity]: readonly string[] } = {
  veteran: [
    '退伍军人',
    '退役士兵',
    '退伍士兵',
    '转业军人',
    '转业干部',
    '军转干部',
    '复员干部',
    '退役军官',
    '退役军士',
    '复退军人',
  ],
  'disabled-veteran': ['伤残军人', '残疾', '伤残', '残军', '残疾退役军人', '革命伤残军人', '伤残人员'],
  'survivor-of-martyr': ['烈属', '烈士家属', '烈军属', '烈士遗孀'],
  'survivor-of-duty-death': ['因公牺牲军人家属', '因公牺牲遗属', '因公属', '因公牺牲属'],
  'survivor-of-illness-death': ['病故军人家属', '病故遗属', '病故属', '病属'],
  'demobilised-veteran': ['在乡复员', '在乡老复员军人', '复员军人', '老复员军人', '在乡'],
  'ill-returned-veteran': ['带病回乡', '带病', '带病回乡退役军人', '带病返乡', '带病回乡军人'],
  'war-participant': ['参战', '参战人员', '参战退役军人', '参战退伍军人', '参战军人', '参战民兵民工'],
  'nuclear-test-participant': [
    '参试',
    '参试人员',
    '涉核',
    '参试退役军人',
    '核试验',
    '核试验参试人员',
    '参加核试验退役人员',
  ],
  'rural-veteran-60': [
    '60周岁',
    '60岁',
    '六十周岁',
    '60岁农村籍',
    '农村籍60岁',
    '农村籍',
    '60周岁农村籍',
    '60周岁以上农村籍退役士兵',
    '农村籍退役士兵',
    '年满60周岁农村籍退役士兵',
    '60周岁退役士兵',
  ],
  'martyr-child': ['老烈子女', '烈士子女', '老烈士子女', '部分烈士子女', '部分老年烈士子女', '60周岁烈士子女'],
  'conscript-family': ['义务兵家属', '义务兵', '现役义务兵家庭', '义务兵军属'],
  'serving-family': ['军属', '现役军属', '现役家属', '现役军人家庭'],
  'retired-cadre': [
    '军休',
    '军休人员',
    '军队离退休干部',
    '离退休干部',
    '军队退休干部',
    '离休干部',
    '退休干部',
    '退休军士',
    '退休士官',
  ],
}

// Words that clerks do write and that stand for two or three identities: only the certificate tells which.
const COLLECTIVE: Readonly<Record<string, string>> = {
  三属: '烈士遗属、因公牺牲军人遗属、病故军人遗属',
  两参: '参战退役人员、参试退役人员',
  参战参试: '参战退役人员、参试退役人员',
  参战或参试: '参战退役人员、参试退役人员',
  遗属: '烈士遗属、因公牺牲军人遗属、病故军人遗属',
}

const WORDS: ReadonlyMap<string, Identity> = collectWords()
const BETWEEN = /[、,，;；/+＋&和及\s]+/
const NONE = new Set(['否', '无', '非优抚对象', '普通', '一般'])

function readIdentities(cell: Cell): Reading<readonly Identity[]> {
  const error = readErrorCell(cell)
  if (error) return error
  const parts = cellText(cell)
    .split(BETWEEN)
    .map(compact)
    .filter((part) => part !== '' && !NONE.has(part))
  const found = new Set<Identity>()
  const flaws: Flaw[] = []
  const notes: string[] = []
  for (const part of parts) {
    const identity = WORDS.get(part) ?? WORDS.get(part.replace(/[（(].*[)）]$/, ''))
    if (identity === undefined) flaws.push(unknownFlaw(part))
    else found.add(identity)
    if (identity !== undefined && identities[identity] !== part) notes.push(`“${part}”读作“${identities[identity]}”。`)
  }
  const value = found.size === 0 ? undefined : [...found]
  return { value, flaws, repaired: notes.length === 0 ? undefined : notes.join('') }
}

function unknownFlaw(part: string): Flaw {
  const collective = COLLECTIVE[part]
  if (collective) return held('identity-ambiguous', `“${part}”包含几种身份（${collective}）。请写明是哪一种。`)
  return held(
    'identity-unknown',
    `“${part.slice(0, 20)}”不是已有的身份类别。请改为${Object.values(identities).slice(0, 4).join('、')}等规定名称，或留待核实。`,
  )
}

function collectWords(): ReadonlyMap<string, Identity> {
  const words = new Map<string, Identity>()
  for (const [code, name] of Object.entries(identities)) {
    if (!isIdentity(code)) continue
    words.set(name, code)
    for (const word of OTHER_WORDS[code]) words.set(word, code)
  }
  return words
}
