"""Words of which a million postings are made; each list goes from what every posting says to what few say.

Zipf's law does the rest: the first word of a list is in every second text that draws from it, the last one in a few
of ten thousand. That is what makes a keyword search easy or hard.
"""

from itertools import accumulate

PLACES: dict[str, str] = {
    "外来": "outpatient",
    "一般病棟": "ward",
    "療養病棟": "ward",
    "回復期リハビリ病棟": "rehabilitation",
    "地域包括ケア病棟": "ward",
    "救急外来": "emergency_room",
    "発熱外来": "infectious",
    "手術室": "operating_room",
    "健診センター": "checkup",
    "透析室": "nephrology",
    "整形外科病棟": "orthopedics",
    "小児科外来": "pediatrics",
    "精神科病棟": "psychiatry",
    "内視鏡室": "gastroenterology",
    "産科病棟": "obstetrics",
    "感染症病棟": "infectious",
    "循環器内科病棟": "cardiology",
    "脳神経外科病棟": "neurosurgery",
    "緩和ケア病棟": "palliative",
    "集中治療室": "anesthesiology",
    "外来化学療法室": "oncology",
    "眼科外来": "ophthalmology",
    "皮膚科外来": "dermatology",
    "リウマチ外来": "rheumatology",
    "新生児集中治療室": "pediatrics",
    "放射線治療室": "radiation_oncology",
    "認知症治療病棟": "psychiatry",
    "睡眠検査室": "respiratory",
    "結核病棟": "respiratory",
    "高気圧酸素治療室": "anesthesiology",
    "遺伝診療部": "other",
    "ハンセン病療養所": "dermatology",
}
"""Where one works → the department it belongs to."""

OFFERS = (
    "日勤のみ",
    "週3日から",
    "ブランク可",
    "短時間",
    "車通勤可",
    "夜勤専従",
    "応援",
    "扶養内",
    "午前のみ",
    "土日休み",
    "託児所あり",
    "週1日から",
    "残業なし",
    "年度末まで",
    "副業可",
    "オンコールなし",
    "寮あり",
    "管理職候補",
    "離島",
    "へき地",
)
"""What a title says in brackets."""

SENTENCES = (
    "記録には電子カルテを使います。",
    "はじめの1か月は、先輩が一緒に動きます。",
    "夜勤は月4回ほどです。",
    "多職種のカンファレンスが週1回あります。",
    "残業は月に5時間ほどです。",
    "子どもの急な発熱などでのお休みは、お互いに助け合っています。",
    "採血と点滴の準備を担当します。",
    "急性期から在宅まで、地域の医療機関と連携しています。",
    "感染対策の研修を、勤務を始める前に受けていただきます。",
    "ワクチンの接種に協力しています。",
    "PCR検査の検体採取を担当することがあります。",
    "電話での問い合わせにも対応します。",
    "人工呼吸器を使う患者さんが数名います。",
    "訪問の範囲は、車で20分ほどです。",
    "マニュアルがあり、手順は写真で確かめられます。",
    "服薬の指導と残薬の確認をします。",
    "救急車は1日に3台ほど来ます。",
    "有給休暇は1時間から取れます。",
    "退院の支援を、医療ソーシャルワーカーと進めます。",
    "認定看護師が3名います。",
    "オンライン診療の補助をします。",
    "褥瘡の回診に参加します。",
    "制服は貸与します。",
    "透析の穿刺は、希望する方に教えます。",
    "糖尿病の療養指導を担当できる方を歓迎します。",
    "心臓カテーテル検査の介助があります。",
    "DMATの指定を受けています。",
    "嚥下の評価と訓練を、言語聴覚士と行います。",
    "輸血の管理を担当します。",
    "英語での問診票があります。",
    "クルーズ船の船内で働くことがあります。",
    "ECMOの管理を経験できます。",
    "ドクターヘリの基地です。",
    "被ばく医療の訓練が年2回あります。",
    "手話のできる方を歓迎します。",
    "ストーマ外来を週2回開いています。",
    "リンパ浮腫の施術室があります。",
    "ポルトガル語の通訳がいます。",
    "遺伝カウンセリングの予約を受けます。",
    "蒸留水の装置の点検をします。",
    "骨髄バンクの窓口です。",
    "鍼灸の外来があります。",
    "潜水病の治療に使う装置があります。",
)
"""What the text of the duties is made of, beside the demonstration's own jobs."""

FAMILY_NAMES = (
    ("佐藤", "サトウ"),
    ("鈴木", "スズキ"),
    ("高橋", "タカハシ"),
    ("田中", "タナカ"),
    ("伊藤", "イトウ"),
    ("渡邊", "ワタナベ"),
    ("山本", "ヤマモト"),
    ("中村", "ナカムラ"),
    ("小林", "コバヤシ"),
    ("加藤", "カトウ"),
    ("吉田", "ヨシダ"),
    ("髙田", "タカダ"),
)
GIVEN_NAMES = (
    ("陽子", "ヨウコ"),
    ("健", "ケン"),
    ("美咲", "ミサキ"),
    ("翔太", "ショウタ"),
    ("葵", "アオイ"),
    ("真由美", "マユミ"),
    ("大輔", "ダイスケ"),
    ("恵", "メグミ"),
)


def zipf(words: int) -> list[float]:
    """Return the running sums of 1, 1/2, 1/3, … for `random.choices(cum_weights=…)`."""
    return list(accumulate(1 / place for place in range(1, words + 1)))
