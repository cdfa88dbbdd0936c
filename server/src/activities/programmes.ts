/** 专项 (programme): a part of the year's plan. Its systems are the numbers S1 to S36 that the mission gives them. */
export interface Programme {
  readonly code: string
  readonly name: string
  readonly part: ProgrammePart
  readonly systems: readonly string[]
  /** Names under which ledgers file its series. */
  readonly aliases: readonly string[]
}

/** 板块 (part of the report): where the programme stands in the plan and in the report. */
export type ProgrammePart =
  | '东洲周品牌与文化'
  | '双拥共建'
  | '红色服务综合体'
  | '优待抚恤'
  | '军休服务'
  | '精准帮扶'
  | '就业创业'
  | '服务体系与治理'

/** Events whose series no programme claims; nothing that took place is left out because nobody planned it. */
export const OTHER_CULTURE = 'other-culture'

/** 专项名录 (programmes): every numbered system of the mission has one, in the order of the report. */
export const programmes: readonly Programme[] = [
  programme(
    'veterans-talks',
    '老兵悦谈与老物件唤醒',
    '东洲周品牌与文化',
    ['S1'],
    ['老兵悦谈', '老物件唤醒计划', '老物件唤醒'],
  ),
  programme('red-lectures', '红在东洲宣讲', '东洲周品牌与文化', ['S2'], ['红在东洲', '红色宣讲', '老兵理论工作室']),
  programme('arts-troupe', '老兵文艺宣传团', '东洲周品牌与文化', ['S3'], ['文艺宣传团', '老兵文艺宣传团培训']),
  programme('summer-evenings', '“八一”乘凉晚会', '东洲周品牌与文化', ['S3'], ['乘凉晚会', '八一晚会']),
  programme('non-party-volunteers', '退役军人党外人士志愿者队伍', '东洲周品牌与文化', ['S4'], ['党外人士志愿者']),
  programme('touring-exhibition', '红色大篷车', '东洲周品牌与文化', ['S5'], ['大篷车', '红色大篷车流动展板']),
  programme(
    'league-classes',
    '五四主题团课与馆校合作',
    '东洲周品牌与文化',
    ['S6'],
    ['五四主题团课', '主题团课', '馆校合作'],
  ),
  programme(
    'war-victory-exhibition',
    '抗战胜利80周年主题图片展',
    '东洲周品牌与文化',
    ['S15'],
    ['纪念抗日战争胜利80周年主题图片展', '抗战胜利图片展'],
  ),
  programme(OTHER_CULTURE, '其他文化活动', '东洲周品牌与文化', [], ['其他活动']),
  programme('pairing', '机关事业单位结对帮扶', '双拥共建', ['S7'], ['结对帮扶']),
  programme('visit-campaigns', '走访慰问', '双拥共建', ['S8'], ['春节走访慰问', '八一走访慰问']),
  programme('serving-families', '你为国戍边 我为你守家', '双拥共建', ['S9'], ['关爱现役军人家庭']),
  programme('recruits-and-veterans', '新兵守国·老兵守家', '双拥共建', ['S10'], ['新兵守国老兵守家']),
  programme('merit-news', '立功喜报', '双拥共建', ['S11'], ['送喜报']),
  programme('venture-projects', '拥军优属公益创投', '双拥共建', ['S12'], ['公益创投']),
  programme('red-star-station', '红星驿站·老兵先锋岗', '红色服务综合体', ['S13'], ['红星驿站', '老兵先锋岗']),
  programme('model-studios', '学雷锋工作室', '红色服务综合体', ['S14'], ['陆志飞学雷锋工作室']),
  programme('circle-growth', '15分钟志愿服务圈延伸', '红色服务综合体', ['S35'], ['15分钟志愿服务圈']),
  programme('pensions', '优抚资金与义务兵家庭优待金', '优待抚恤', ['S16'], ['义务兵家庭优待金']),
  programme('war-veterans-care', '抗战人员关心关爱', '优待抚恤', ['S27'], ['抗战老兵关爱']),
  programme('designated-institutions', '优待定点医疗机构和养老机构', '优待抚恤', ['S28'], ['优待定点机构']),
  programme('convalescence-and-homes', '短期疗养与无障碍宜居改造', '优待抚恤', ['S29'], ['短期疗养', '无障碍改造']),
  programme('memorials', '烈士纪念设施不动产权登记', '优待抚恤', ['S30'], ['烈士纪念设施']),
  programme('procedures', '优抚审批与认定', '优待抚恤', ['S31'], ['调评残', '退役换证', '带病回乡审核']),
  programme('retired-cadres', '军休干部服务', '军休服务', ['S17'], ['军休活动', '军休老年大学', '军休']),
  programme(
    'drip-irrigation',
    '困难退役军人滴灌计划',
    '精准帮扶',
    ['S18', 'S33'],
    ['滴灌计划', '守护光明', '听障关爱', '圆梦助学'],
  ),
  programme('spring-training', '春季适应性培训', '就业创业', ['S19'], ['适应性培训']),
  programme('job-chain', '老兵再就业与就业安置', '就业创业', ['S20', 'S34'], ['老兵再就业']),
  programme('venture-loans', '退役军人创业贷', '就业创业', ['S21'], ['创业贷', '创业贷政策培训']),
  programme('jobs-online', '戎就东洲用工信息推送', '就业创业', ['S22'], ['戎就东洲']),
  programme('enterprises', '军创企业服务', '就业创业', ['S23', 'S26'], ['军创企业']),
  programme('sunshine-placement', '阳光安置', '就业创业', ['S25'], []),
  programme('research-and-visits', '大调研大走访', '服务体系与治理', ['S24'], []),
  programme('station-guide', '基层退役军人服务站工作指南', '服务体系与治理', ['S32'], ['服务站工作指南']),
  programme('plan-and-report', '年度计划与工作报告', '服务体系与治理', ['S36'], []),
]

const byCode = new Map(programmes.map((it) => [it.code, it]))

export function findProgramme(code: string): Programme | undefined {
  return byCode.get(code)
}

/** The programme's name for a reader; a code that no longer stands in the list is shown as it is. */
export function programmeName(code: string): { readonly code: string; readonly name: string } {
  return { code, name: byCode.get(code)?.name ?? code }
}

function programme(
  code: string,
  name: string,
  part: ProgrammePart,
  systems: readonly string[],
  aliases: readonly string[],
): Programme {
  return { code, name, part, systems, aliases }
}
