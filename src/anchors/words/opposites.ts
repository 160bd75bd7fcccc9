/** Han characters of opposite sense, as they are written in Japan, on the mainland and in Taiwan. */
const PAIRS =
  '上下 左右 前後 前后 内外 內外 男女 大小 多少 高低 長短 长短 新旧 新舊 東西 东西 南北 東南 东南 東北 东北 西南 西北 出入 進出 进出 ' +
  '売買 买卖 買賣 増減 增减 增減 加減 加减 升降 昇降 涨跌 漲跌 強弱 强弱 軽重 轻重 輕重 善悪 善恶 善惡 正負 正负 正誤 正误 生死 ' +
  '勝敗 胜败 勝負 胜负 輸贏 输赢 有無 有无 合違 合违 公私 主副 父母 夫妻 兄弟 姉妹 姐妹 兄姉 弟妹 親子 昼夜 晝夜 朝夕 春秋 春夏 ' +
  '春冬 夏秋 夏冬 秋冬 早晩 早晚 遠近 远近 深浅 深淺 厚薄 冷熱 冷热 明暗 黒白 黑白 貧富 贫富 攻守 進退 进退 始終 始终 開閉 开闭 ' +
  '开关 開關 損益 损益 得失 真偽 真伪 真假 賛否 支反 積消 积消 急緩 急缓 老若 老少 官民 海陸 海陆 往返 往復 収支 收支 貸借 贷借 ' +
  '縦横 纵横 優劣 优劣 功罪 賞罰 赏罚 愛憎 爱恨 愛恨 苦楽 苦乐 異同 异同 単複 单复 先後 先后 発着 离合 離合 濃淡 浓淡 粗細 粗细 ' +
  '利害 貴賤 贵贱 許禁 许禁 赞反 賛反 贊反 同反 同拒 受拒 承却 批驳 安危 成失 成败 盈亏 结始 結始 乐悲 楽悲 主被 直间 直間 存废 建废 守违 守破 遵违 ' +
  '权务 権務 結離 结离 入卒 出欠 供需 需給 購売 购卖 购售 阴阳 陰陽 原被 甲乙 急慢 良恶 良悪 酸碱 好嫌 助殺 高安 与奪 起释 逮釈 鼓阻 收免 全分 半全 必许 常偶 永暂 ' +
  '顺逆 順逆 罪免 增缩 拡縮 扩缩 勤懒 勤怠 清混 明糊 粗精 虚实 虛實 信疑 婚離 婚离 ' +
  '支批 成衰 好悪 好恶 主客 保破 建破 攻防 攻御 起釈 吸排 黒赤 簡困 容困 簡難 简难 易難 易难 遵違 採解 就辞 満失 参欠 復廃 存廃 廃維 解監 理実 戦平 战和 裕貧 ' +
  '公秘 生消 健害 能难 喜讨 喜厌 兴伤 净脏 绝相 絶相 强愿 強任 覚忘 笑泣 来帰 与受 增滑 長衰';
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
