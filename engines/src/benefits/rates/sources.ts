/** 资料来源 (sources): the pages and texts the sample rates were read from, by the key that the surveys of the field give them. */
export const sources = {
  S1: '军人抚恤优待条例（2024年8月5日公布）全文',
  S2: '退役军人安置条例（2024年7月29日公布）全文',
  S3: '烈士褒扬条例（2024年9月27日修订）全文',
  'S1-2019': '军人抚恤优待条例（2019年3月2日修订）全文',
  'S3-2019': '烈士褒扬条例（2019年8月1日修订）全文',
  S12: '优待金通知解读（法制网转载）fww.org.cn/article/73548.html',
  S13: '红安退役军人问答 wxredian.com/art?id=7de71a9ca9b9eb5ff4c5e2e5cf6dd558',
  S14: '忠县政策问答 zhongxian.gov.cn/hdjl_156/zcwd/tyjrswj/202112/t20211227_10231815.html',
  S19: '正蓝旗解读 zlq.gov.cn（2024年10月14日）',
  S20: '宁化县申领指南 fjnh.gov.cn/nrrh/nhxtyjrswj_37316/202312/t20231228_1989265.htm',
  S21: '记者稿 zhenguoke.com/read/-dy-article-JSA3ET6B0556474S.html',
  S22: '法律问答（引伤残抚恤管理办法第二十三条）uianet.net/dictionary/b4375799.html',
  S52: 'wap.wuhanx.com/xinwen/107029.html',
  S53: 'ctrod.com/archives/7777',
  S54: 'tuliu.com/read-140240.html',
  S55: 'w.sf024.com/info/1696551165724581788.html',
  S57: '新华社2018年报道（转载）m.bm463.com/2018-07/27/c_129921639.htm',
  S58: 'handmsg.com/page/2019/1014/5816930.shtml',
  S59: 'bbs.xinwushan.cn/T-2608913-1.html',
  S63: '福建省退役军人事务厅 tyjrswt.fujian.gov.cn/jdhy/hygq/202310/t20231025_6285391.htm',
  S65: 'bdf.2979945.cn/8a7e7/32669.html',
  S68: '中国青年报 finance.youth.cn/finance_gdxw/202501/t20250117_15778635.htm',
  S84: 'm.dingxinwen.cn/detail/415DDFB541B94873B5689736CFC450EB',
} as const satisfies Record<string, string>

export type SourceKey = keyof typeof sources

/** `S53 ctrod.com/archives/7777；S54 tuliu.com/…`, as the source column of the rate book shows it. */
export function sourceText(keys: readonly SourceKey[]): string {
  return keys.map((key) => `${key} ${sources[key]}`).join('；')
}
