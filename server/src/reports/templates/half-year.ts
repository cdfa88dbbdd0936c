import { chineseNumeral, listFigures } from '@dongzhou/engines/reports'
import { type Day, day } from '@dongzhou/terms/day'
import type { Block, Inline, ReportDocument } from '@dongzhou/terms/document'
import type { IndicatorCode } from '@dongzhou/terms/indicator'
import { type FigureMaker, figuresOver, joined, prose } from './prose.ts'

/** What a half-year report is drafted for. */
export interface HalfYear {
  readonly year: number
  readonly half: 'first' | 'second'
  /** The bureau's full name, as it signs. */
  readonly bureau: string
  /** 截止日期 (cut-off), inclusive: what happened later is not counted. */
  readonly cutOff: Day
}

/**
 * 半年工作总结 (half-year report): the draft in the structure and the words of the bureau's own report on the first half of
 * 2025, every number of it bound to an indicator from the first day of the half-year to the cut-off.
 */
export function halfYearReport({ year, half, bureau, cutOff }: HalfYear): ReportDocument {
  const words = halves[half]
  const from = day(`${year}-${words.begins}`)
  if (cutOff < from) throw new RangeError(`the cut-off ${cutOff} lies before the half-year`)
  const setting: Setting = { year, bureau, words, figure: figuresOver(from, cutOff) }
  return {
    title: `${bureau}${year}年${words.name}工作总结`,
    issuer: bureau,
    date: cutOff,
    blocks: [opening(setting), ...brand(setting), ...care(), ...service(setting), ...plans(setting), figureTable],
  }
}

const halves = {
  first: { name: '上半年', begins: '01-01', since: '今年以来', next: '下半年' },
  second: { name: '下半年', begins: '07-01', since: '下半年以来', next: '下一年' },
} as const

interface Setting {
  readonly year: number
  readonly bureau: string
  readonly words: (typeof halves)['first' | 'second']
  readonly figure: FigureMaker
}

const figureTable: Block = { kind: 'appendix', id: 'figures', title: '报告数据来源一览表' }

/** Every indicator the draft asks for, in reading order. */
export const indicatorCodesInTemplate: readonly IndicatorCode[] = listFigures(
  halfYearReport({ year: 2025, half: 'first', bureau: '', cutOff: day('2025-06-30') }),
).map((figure) => figure.indicator)

function opening({ bureau, words }: Setting): Block {
  return paragraph(
    'opening',
    prose`${words.since}，${bureau}紧紧围绕全市退役军人工作的总体要求，系统谋划，统筹推进，奋发有为，取得了一定的工作成效。`,
  )
}

// The venture project runs once a year and had its seventh round in 2025; the war was won in 1945.
function brand({ year, figure }: Setting): readonly Block[] {
  return [
    heading('brand', '锚定争先创优，强化“东洲周”品牌引领力'),
    paragraph(
      'brand-text',
      prose`一是加强思想政治引领。`,
      prose`擦亮“老兵悦谈”思政品牌。`,
      prose`在去年“夯基建队立制”的基础上，推出“老物件唤醒计划”。`,
      prose`建立“1+N”老兵悦谈模式，通过“军旅往事+生活今朝”双线叙事，录制“老兵悦谈微视频”。`,
      prose`启动老兵理论工作室，深入开展“红在东洲”红色宣讲活动，计划开展${figure('red-lectures-planned', '场')}，目前已开展${figure('red-lectures-held', '场')}。`,
      prose`与海门保利大剧院达成战略合作，推动“老兵文艺宣传团”专业化转型。`,
      prose`计划开展“八一”乘凉晚会${figure('summer-evenings-planned', '场')}，聘请专业导师开展声乐、舞蹈、戏剧培训。`,
      prose`探索建立退役军人党外人士志愿者队伍，引导其在社区服务、矛盾调解、困难帮扶中发挥先锋模范作用。`,
      prose`继续开展“红色大篷车”流动展板进社区、学校活动，覆盖人群${figure('touring-exhibition-person-times', '人次', { kind: 'over', step: 1000, word: '超' })}。`,
      prose`联合南通职业大学海门学院举办五四青年节主题团课，通过红色故事宣讲、入团宣誓、青春诗会等活动，推动馆校深度合作。`,
      prose`二是做好双拥共建共融。`,
      prose`扎实开展春节期间拥军优属拥政爱民工作。`,
      prose`全区${figure('pairing-organisations', '个')}机关事业单位与${figure('pairing-people', '位')}困难优抚对象结对帮扶，开展上门走访帮扶；部队走访慰问重点优抚对象、困难党员、少数民族、低保户、困难群众。`,
      prose`开展“你为国戍边 我为你守家”关爱现役军人家庭活动。`,
      prose`开展“新兵守国·老兵守家”结对活动，助力新兵“安心服役”。`,
      prose`联合区人武部，为立功现役军人家庭上门送喜报并送上慰问金。`,
      prose`实施第${chineseNumeral(year - 2018)}届拥军优属公益创投项目，为辖区军人家庭、优抚对象提供社区服务、外出走访、角色唤醒、文化分享等服务。`,
      prose`三是打造“红色服务综合体”。`,
      prose`建设“红星驿站·老兵先锋岗”，选取海门汽车站附近的雷锋志愿岗亭，融入退役军人元素，建立能与周边医院、车站、社区迅速联动的“应急响应圈”，提供咨询、休息、寄存的“便民服务圈”和开展宣讲、微课、公益活动的“文化传播圈”，构建起“15分钟志愿服务圈”。`,
      prose`同时依托岗亭，设立一等功臣陆志飞学雷锋工作室，推出退役军人“精神赋能型”服务综合体。`,
      prose`举办“纪念抗日战争胜利${String(year - 1945)}周年”主题图片展，突出展示新四军在海门的抗战史，吸引${figure('war-victory-exhibition-visitors', '名', { kind: 'magnitude' })}市民参观。`,
    ),
  ]
}

function care(): readonly Block[] {
  return [
    heading('care', '落实政策举措，推动尊崇关爱融入社会底色'),
    paragraph(
      'care-text',
      prose`一是持续提升优待质量。`,
      prose`按要求落实优抚对象服务保障。`,
      prose`出台义务兵家庭优待金发放规范性文件，完成义务兵家庭优待金发放和立功受奖管理系统数据录入，按规定及时足额发放优抚资金。`,
      prose`二是提升军休服务满意率。`,
      prose`全面落实军休干部“两个待遇”，定期组织传达党中央和上级党委、政府的重要会议精神，开展交流研讨。`,
      prose`常态化走访慰问军休干部，了解他们的身体状况、思想动态和实际困难，开展心理慰藉和纾困解难。`,
      prose`邀请医保局工作人员为军休干部进行最新医保政策宣讲。`,
      prose`开展“军休老年大学”活动，组织开展年度疗养工作，开展元宵、端午传统节日活动，不断丰富军休干部的精神文化生活。`,
      prose`三是精准开展关爱帮扶。`,
      prose`启动困难退役军人“滴灌计划”，摸排全区困难退役军人和重点优抚对象的视障、听障和子女受教育情况，靶向破解急难愁盼。`,
      prose`联合眼科医院开展视力筛查“下乡行”，为困难视障退役军人建立健康档案，有针对性地免费实施白内障手术。`,
      prose`对接助听器公司，为听力受损困难退役军人和重点优抚对象配发助听器，同步开展听力康复训练。`,
      prose`联合慈善会开展圆梦助学活动，为困难退役军人子女提供一次性资助，帮助他们缓解入学困境。`,
    ),
  ]
}

function service({ figure }: Setting): readonly Block[] {
  return [
    heading('service', '服务发展大局，为地方经济高质量发展贡献力量'),
    paragraph(
      'service-text',
      prose`一是搭建作用发挥平台，助力经济发展。`,
      prose`组织开展春季退役军人适应性培训。`,
      prose`通过参观红色教育基地、感受家乡文化等形式，帮助退役士兵尽快了解地方、调整心态，提升适应社会能力和就业竞争力。`,
      prose`多元化拓展就业安置渠道，${figure('teachers-placed', '名')}符合条件且具备教学资质的退役军人进入教师队伍，推动${figure('special-post-candidates', '名')}退役军人参加事业单位退役军人专岗招考。`,
      prose`推动我区退役军人创业贷政策高效落地。`,
      prose`联合工商银行海门支行、海门农商行、邮政公司、邮政储蓄等${figure('loan-banks', '家')}金融机构，发布面向退役军人的“创业贷”政策，针对基层退役军人事务工作者，完成${figure('loan-trainings-held', '期', { kind: 'chinese-count' })}创业贷政策培训。`,
      prose`持续深化“老兵再就业”工程。`,
      prose`在微信群、“戎就东洲”小程序等平台精准推送用工信息${figure('vacancies-pushed', '条')}，接收求职投递${figure('applications-received', '人次')}，联合人才服务中心及人力资源市场拓宽就业渠道。`,
      prose`建立动态台账，精准掌握军创企业发展需求，为后续制定更有针对性的帮扶政策、搭建资源对接平台奠定了坚实基础。`,
      prose`二是提升服务体系能级，推动基层治理。`,
      prose`3月，开展基层退役军人服务站“大调研大走访”专项行动。`,
      prose`通过调查问卷、座谈、走访等形式，系统梳理基层服务保障体系建设的痛点堵点，收集有效调查问卷${figure('questionnaires-valid', '份')}，梳理共性建议${figure('common-suggestions', '条')}，为优化服务机制提供精准依据和合理化建议。`,
    ),
  ]
}

function plans({ year, bureau, words, figure }: Setting): readonly Block[] {
  return [
    paragraph(
      'plans-lead',
      prose`${words.next}，${bureau}将持续以服务退役军人为中心，不断丰富“东洲周”工作品牌内涵，以更高的标准、更实的举措推动退役军人工作再上新台阶，具体措施如下。`,
    ),
    {
      kind: 'list',
      id: 'plans',
      marks: 'first-is',
      items: [
        joined(
          prose`高质量推进安置就业工作。`,
          prose`坚持“阳光安置”原则，优化安置流程，加强与接收单位的沟通协调，力求做到人岗相适、人事相宜。`,
          prose`根据南通市退役军人事务局安排部署，高质量完成本年度转业军官和转业军士安置工作；持续开展全区军创企业常态化摸排走访工作，重点聚焦企业发展瓶颈，精准对接融资贷款、税收优惠等方面的需求，积极搭建与金融机构、市场平台的对接桥梁，组织专场服务活动，切实为军创企业纾困解难，提升吸纳退役军人就业能力。`,
        ),
        joined(
          prose`高质量推进优待抚恤工作。`,
          prose`根据上级统一部署，统筹谋划，组织开展中国人民抗日战争暨世界反法西斯战争胜利${String(year - 1945)}周年纪念活动，切实做好抗战人员关心关爱工作；加强军人、退役军人及其他优抚对象优待定点医疗机构和养老机构建设。`,
          prose`开展优抚对象短期疗养、无障碍宜居改造工作。`,
          prose`根据自然资源部、退役军人事务部关于烈士陵园不动产权登记专项行动要求，海门${figure('memorial-towns', '个')}区镇${figure('memorials-in-registration', '处')}烈士纪念设施做好不动产权登记相关工作。`,
          prose`常态化做好优抚资金发放、调评残、退役换证、带病回乡审核，逐月做好60周岁农村籍退役士兵补助审批相关工作。`,
        ),
        joined(
          prose`高质量推进退役军人服务体系建设。`,
          prose`深化服务质效提升，以《基层退役军人服务站工作指南》为抓手，推动调研成果转化，持续优化服务保障机制；深化精准帮扶行动，扎实推进“滴灌计划”，确保“守护光明”“听障关爱”“圆梦助学”等项目落地见效，持续优化老兵就业服务链条，推动老兵再就业工作取得新成效；深化品牌引领效应，以“红星驿站·老兵先锋岗”为支点，延伸“15分钟志愿服务圈”功能，推动“红色文化宣讲团”和“老兵文艺宣传团”提质扩面，打造更具影响力的退役军人思政品牌。`,
        ),
      ],
    },
  ]
}

function heading(id: string, text: string): Block {
  return { kind: 'heading', id, level: 1, inlines: [{ kind: 'text', text }] }
}

function paragraph(id: string, ...sentences: readonly (readonly Inline[])[]): Block {
  return { kind: 'paragraph', id, inlines: joined(...sentences) }
}
