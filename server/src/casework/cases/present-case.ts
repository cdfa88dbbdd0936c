import type { CaseFile, ClockView, EventView, MoveView, PaperView } from '@dongzhou/contract/casework-views'
import {
  type CaseEvent,
  type ClockReading,
  clocksOf,
  hasEnded,
  mayMove,
  noticeThrough,
  stepAt,
  whoMayAct,
} from '@dongzhou/engines/casework'
import { caseMoves, casePlaces } from '@dongzhou/terms/casework'
import { type Day, dayText } from '@dongzhou/terms/day'
import { type Authority, roles, sections } from '@dongzhou/terms/role'
import { whoOf } from '../../platform/clerk.ts'
import type { Setting } from '../../platform/setting.ts'
import { divisionNames, presentFact } from '../../registry/index.ts'
import { presentFields } from '../procedures/present-procedure.ts'
import type { ProcedureDefinition } from '../procedures/procedure-definition.ts'
import { answerText } from './answer-text.ts'
import type { KeptEvent } from './events.sql.ts'
import { factNames, groundOf, type PaperStanding } from './ground.ts'
import { letterOf, noticeOf } from './letters-of.ts'
import { type CaseInHand, mayActOn } from './load-case.ts'
import { presentCases, standName } from './present-line.ts'

/** 办件详情: all of a case that its reader may see, and what they may do with it now. */
export async function presentCase(setting: Setting, inHand: CaseInHand): Promise<CaseFile> {
  const { of, procedure, events, standing, calendar } = inHand
  const [line] = await presentCases(setting, [of])
  if (line === undefined) throw new RangeError('a case has a line')
  const ground = await groundOf(setting, procedure, { personId: of.personId, caseId: of.id })
  const names = await divisionNames(
    setting,
    ground.known.flatMap(({ value }) => ('division' in value && value.division ? [value.division] : [])),
  )
  const step = hasEnded(standing) ? undefined : stepAt(procedure, standing)
  const through = step?.notice === undefined ? undefined : noticeThrough(procedure, standing, calendar)
  return {
    ...line,
    sectionName: sections[procedure.section],
    placeName: step === undefined ? '' : casePlaces[step.place],
    onBehalf: of.onBehalf,
    known: ground.known.map((fact) => presentFact(fact, names)),
    lacking: factNames(ground.lacking),
    fields: presentFields(procedure),
    answers: answersOf(inHand),
    papers: ground.papers.map(presentPaper),
    events: events.map((one) => presentEvent(procedure, one)),
    clocks: clocksOf(procedure, standing, setting.today, calendar).map((one) => presentClock(setting, inHand, one)),
    moves: step === undefined ? [] : movesOf(setting, inHand),
    canMove: step === undefined ? [] : whoMayAct(procedure, standing.at).map((role) => roles[role]),
    awaited: standing.awaited.map((section) => sections[section]),
    noticeThrough: through?.kind === 'day' ? through.day : null,
    notice: noticeOf(setting, inHand, { name: line.person.name, place: line.division.name }),
    letter: letterOf(setting, inHand, { name: line.person.name, place: line.division.name }),
    may: mayOf(setting, inHand),
  }
}

function answersOf({ of, procedure }: CaseInHand): CaseFile['answers'] {
  return procedure.fields.flatMap((field) => {
    const value = of.answers[field.code]
    return value === undefined ? [] : [{ code: field.code, label: field.label, text: answerText(field, value), value }]
  })
}

function presentPaper({ paper, state, received }: PaperStanding): PaperView {
  const { code, name, copies, isOriginal, help } = paper
  return {
    ...{ code, name, copies, isOriginal, help: help ?? '', state },
    receivedOn: received?.receivedOn ?? null,
    fileId: received?.fileId ?? null,
  }
}

function presentEvent(procedure: ProcedureDefinition, { seq, event, because, at, byName }: KeptEvent): EventView {
  return { seq, say: eventText(procedure, event), because, on: event.on, at: at.toISOString(), by: byName }
}

function eventText(procedure: ProcedureDefinition, event: CaseEvent): string {
  switch (event.kind) {
    case 'begin':
      return '登记申请'
    case 'move':
      return `${caseMoves[event.move]}，转入“${standName(procedure, event.to)}”`
    case 'delegate':
      return '转办'
    case 'ask-countersign':
      return `送${event.of.map((section) => sections[section]).join('、')}会签`
    case 'countersign':
      return `${sections[event.as]}会签：${event.agrees ? '同意' : '不同意'}`
    case 'extend':
      return `延长“${procedure.clocks.find(({ code }) => code === event.clock)?.name ?? event.clock}”`
    case 'withdraw':
      return '撤回申请'
    case 'lapse':
      return '逾期未补正，视为放弃'
    case 'reopen':
      return `重新办理，转入“${standName(procedure, event.at)}”`
  }
}

function presentClock({ clerk }: Setting, inHand: CaseInHand, reading: ClockReading): ClockView {
  const { clock, kind } = reading
  const { extension } = clock
  const isOpen = kind === 'running' || kind === 'still'
  const mayExtend =
    isOpen &&
    extension !== undefined &&
    !inHand.standing.extended.includes(clock.code) &&
    mayActOn(clerk, inHand, extension.authority) === 'yes'
  const dueOn: Day | null = 'dueOn' in reading ? reading.dueOn : null
  return {
    code: clock.code,
    name: clock.name,
    basis: clock.basis,
    state: kind,
    say: clockText(reading),
    dueOn,
    mayExtend,
  }
}

function clockText(reading: ClockReading): string {
  switch (reading.kind) {
    case 'waiting':
      return '尚未开始'
    case 'running':
      return `已用${reading.used}天，还剩${reading.left}天，${dayText(reading.dueOn)}到期`
    case 'still':
      return `暂停计时，已用${reading.used}天，还剩${reading.left}天`
    case 'kept':
      return `按时完成，共用${reading.used}天`
    case 'missed':
      return `超期${reading.over}天，应于${dayText(reading.dueOn)}前完成`
    case 'no-calendar':
      return `没有${reading.year}年放假安排，无法计算`
  }
}

function movesOf(setting: Setting, inHand: CaseInHand): readonly MoveView[] {
  const { procedure, standing, calendar } = inHand
  const acting = { who: whoOf(setting.clerk), may: setting.clerk.may, on: setting.today }
  const step = stepAt(procedure, standing)
  const isOutside = mayActOn(setting.clerk, inHand, step.authority)
  return step.moves.map(({ move, answer, to, because }) => {
    // Reasons are asked when the move is made; what is looked for here is whatever else stands in the way.
    const found = mayMove(procedure, standing, { move, answer, because: '—' }, acting, calendar)
    const hindrances = found.kind === 'yes' ? [] : found.reasons.map(({ say }) => say)
    return {
      move,
      answer: answer ?? null,
      label: answer === undefined ? caseMoves[move] : `${caseMoves[move]}：${standName(procedure, to)}`,
      toName: standName(procedure, to),
      needsReasons: because === true || standing.dissent.length > 0,
      hindrances: isOutside === 'yes' || hindrances.length > 0 ? hindrances : ['本件不在您的管辖范围内。'],
    }
  })
}

function mayOf({ clerk }: Setting, inHand: CaseInHand): CaseFile['may'] {
  const { procedure, standing } = inHand
  const mayAs = (authority: Authority | undefined) =>
    authority !== undefined && mayActOn(clerk, inHand, authority) === 'yes'
  const own = hasEnded(standing) ? undefined : stepAt(procedure, standing).authority
  const again = procedure.reopen.find(({ from }) => from === standing.at)?.at
  return {
    fill: mayAs(own),
    delegate: mayAs(own),
    countersign: clerk.section !== undefined && standing.awaited.includes(clerk.section),
    withdraw: procedure.withdrawIn.includes(standing.at) && mayAs('cases.apply'),
    reopen: again !== undefined && mayAs(procedure.steps[again]?.authority),
  }
}
