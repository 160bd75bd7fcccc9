/** Han characters of opposite sense, as they are written in Japan, on the mainland and in Taiwan. */
const PAIRS =
  '上下 左右 前後 前后 内外 內外 男女 大小 多少 高低 長短 长短 新旧 新舊 東西 东西 南北 東南 东南 東北 东北 西南 西北 出入 進出 进出 ' +
  '売買 买卖 買賣 増減 增减 增減 加減 加减 升降 昇降 涨跌 漲跌 強弱 强弱 軽重 轻重 輕重 善悪 善恶 善惡 正負 正负 正誤 正误 生死 ' +
  '勝敗 胜败 勝負 胜负 輸贏 输赢 有無 有无 合違 合违 公私 主副 父母 夫妻 兄弟 姉妹 姐妹 兄姉 弟妹 親子 昼夜 晝夜 朝夕 春秋 春夏 ' +
  '春冬 夏秋 夏冬 秋冬 早晩 早晚 遠近 远近 深浅 深淺 厚薄 冷熱 冷热 明暗 黒白 黑白 貧富 贫富 攻守 進退 进退 始終 始终 開閉 开闭 ' +
  '开关 開關 損益 损益 得失 真偽 真伪 真假 賛否 支反 積消 积消 急緩 急缓 老若 老少 官民 海陸 海陆 往返 往復 収支 收支 貸借 贷借 ' +
  '縦横 纵横 優劣 优劣 功罪 賞罰 赏罚 愛憎 爱恨 愛恨 苦楽 苦乐 異同 异同 単複 单复 先後 先后 発着 离合 離合 濃淡 浓淡 粗細 粗细 ' +
  '利害 貴賤 贵贱';
const opposites = new Map<string, string>();
for (const [one = '', other = ''] of PAIRS.split(' ')) {
  opposites.set(one, (opposites.get(one) ?? '') + other);
  opposites.set(other, (opposites.get(other) ?? '') + one);
}

/** Whether a run of Han characters has one, and another run its opposite: 合法 is legal, 違法 illegal. */
export function areOpposites(one: string, other: string): boolean {
  return [...one].some((character) => {
    const opposite = opposites.get(character);
    return opposite !== undefined && [...opposite].some((found) => other.includes(found));
  });
}
