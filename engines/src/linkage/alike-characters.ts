// Groups of characters that clerks take for one another by their shape. Source: assembled from common clerical confusions.
// The groups are disjoint, so each character folds to the first of its group. Pairs that are two common names in their own right
// and hardly ever confused (芳 and 芬) are left out: they would make sisters one person.
const LOOK_ALIKES = `
己已巳 末未 徐涂 侯候 士土 千干于 李季 王玉 今令 明朋 玲铃 晴睛 详祥 洋样 杨扬 陈阵 汪江 沈沉 余佘 崔催 钱线 姜美 戌戍戊 宣宜 春舂
凤风 园圆 赢嬴 瑞端 桂柱 根银 永水 莹萤 大太 天夫 龙尤 田由甲申 石右 史吏 占古 白百 平乎 兵乒 斤斥 洁沽 治冶 拔拨 没设 券卷 亳毫 苟荀 薛薜
曰日 皿血 刀力 入人 元无 毛手 贝见 乌鸟 鸣呜 免兔 库厍 洗冼 茶荼 采釆 辛幸 晓哓 栗粟 壁璧 彬杉 谢榭 祁祈 钧钓 竟竞 遂逐 喜善 眯咪
`

// Traditional, variant and second-scheme (1977) forms to the standard form: those met in names and village names, assembled by hand.
const VARIANTS = `
買买 張张 陳陈 劉刘 楊杨 黃黄 趙赵 吳吴 孫孙 馬马 羅罗 鄭郑 謝谢 許许 馮冯 鄧邓 葉叶 蕭萧 肖萧 蔣蒋
餘余 蘇苏 盧卢 鍾钟 鐘钟 賈贾 範范 陸陆 韋韦 閆阎 閻阎 闫阎 傅付 戴代 蘭兰 藍蓝 丘邱 譚谭 鄒邹
賴赖 龔龚 萬万 錢钱 湯汤 嚴严 龍龙 賀贺 顧顾 龐庞 聶聂 關关 齊齐 畢毕 歐欧 陽阳 紀纪 喬乔 華华
國国 軍军 偉伟 麗丽 蓮莲 鳳凤 紅红 強强 彊强 傑杰 剛刚 勝胜 興兴 榮荣 貴贵 寶宝 寳宝 慶庆 義义
禮礼 愛爱 東东 豐丰 飛飞 鵬鹏 鷹鹰 漢汉 濤涛 澤泽 潔洁 濱滨 峯峰 嶽岳 雲云 靜静 順顺 頌颂 領领
賢贤 讚赞 贊赞 詩诗 誠诚 諾诺 譽誉 達达 遠远 運运 進进 連连 選选 鋒锋 銳锐 鋼钢 鐵铁 銀银 錦锦
鈞钧 銘铭 長长 門门 開开 間间 閣阁 陰阴 雙双 難难 韓韩 項项 風风 養养 驥骥 騰腾 騏骐 鴻鸿 鶴鹤
麥麦 黨党 點点 齡龄 爾尔 亞亚 億亿 儀仪 儉俭 優优 內内 兩两 冊册 凱凯 劍剑 勁劲 勳勋 勛勋 勵励
區区 協协 單单 參参 啟启 啓启 喚唤 嘯啸 圓圆 園园 團团 堅坚 執执 壽寿 夢梦 奮奋 婦妇 嬌娇 學学
寧宁 實实 寬宽 將将 尋寻 對对 導导 屬属 岡冈 島岛 嵐岚 師师 帥帅 幹干 廣广 彥彦 後后 從从 復复
徵征 應应 懷怀 戰战 戲戏 揚扬 揮挥 換换 據据 擁拥 擇择 數数 於于 昇升 時时 晉晋 暉晖 曉晓 曆历
會会 書书 業业 極极 樂乐 樑梁 樓楼 標标 樹树 橋桥 機机 檢检 權权 歸归 殘残 歲岁 氣气 淵渊 淨净
減减 測测 溫温 滿满 漁渔 潤润 燈灯 燦灿 煒炜 煥焕 爭争 獻献 瑤瑶 瓊琼 環环 瑩莹 畫画 異异 當当
發发 監监 礎础 祿禄 禎祯 種种 積积 穩稳 窮穷 競竞 筆笔 節节 簡简 糧粮 紹绍 絲丝 維维 綱纲 網网
線线 緒绪 綿绵 緯纬 練练 縣县 總总 績绩 繼继 續续 纓缨 聖圣 聞闻 聯联 聲声 職职 肅肃 脈脉 膽胆
臨临 舉举 艷艳 豔艳 莊庄 葦苇 蔭荫 薑姜 藝艺 蘊蕴 處处 號号 術术 衛卫 補补 見见 視视 覺觉 親亲
觀观 訓训 記记 設设 試试 話话 誌志 語语 調调 論论 諸诸 謙谦 講讲 識识 議议 護护 貝贝 財财 責责
貞贞 賽赛 趕赶 躍跃 車车 輝辉 輪轮 辦办 農农 遲迟 邊边 醫医 釗钊 針针 鄉乡 鎮镇 鏡镜 闖闯 陣阵
隊队 隨随 靈灵 響响 頁页 頂顶 題题 願愿 類类 駿骏 駱骆 騫骞 鬥斗 魚鱼 魯鲁 鮑鲍 鷗鸥 鹽盐 龜龟
恆恒 喆哲 堃坤 甦苏 犇奔 珮佩 菓果 祕秘
`

/** A name in standard characters: traditional, variant and second-scheme forms become one form (張 and 张, 肖 and 萧). */
export function inStandardForm(name: string): string {
  return replaceEach(name, standardForms)
}

/** A name with each look-alike character replaced by the first of its group, for comparing only; it is nobody's name. */
export function withLookAlikesFolded(standardName: string): string {
  return replaceEach(standardName, lookAlikes)
}

const standardForms: ReadonlyMap<string, string> = new Map(
  words(VARIANTS).flatMap((pair) => {
    const [from = '', to = ''] = pair
    return from === to ? [] : [[from, to] as const]
  }),
)

const lookAlikes: ReadonlyMap<string, string> = new Map(
  words(LOOK_ALIKES).flatMap(([first = '', ...others]) => others.map((other) => [other, first] as const)),
)

// Names rarely hold such a character: looking first and building a text only then is what makes a comparison cheap.
function replaceEach(name: string, table: ReadonlyMap<string, string>): string {
  let replaced: string | undefined
  for (let at = 0; at < name.length; at++) {
    const other = table.get(name.charAt(at))
    if (other !== undefined) replaced = (replaced ?? name).slice(0, at) + other + name.slice(at + 1)
  }
  return replaced ?? name
}

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/)
}
