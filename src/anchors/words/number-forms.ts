/**
 * Forms of numbers that no speller gives: other genders and cases, plurals, dozens and halves. By language; each value
 * and its forms, apart by bars. From grammars of each.
 */
export const NUMBER_FORMS: Readonly<Record<string, string>> = {
  en: `12 dozen dozens | 100 hundred hundreds | 1000 thousand thousands | 1000000 million millions |
    1000000000 billion billions | 1000000000000 trillion trillions | half half halves |
    quarter quarter quarters | thirds thirds | double double twice twofold |
    triple triple thrice threefold`,
  de: `1 ein eine einem einen einer eines | 2 zwei zwo zweien | 12 dutzend dutzende |
    100 hundert hunderte hunderten | 1000 tausend tausende tausenden | 1000000 million millionen |
    1000000000 milliarde milliarden | 1000000000000 billion billionen |
    half halb halbe halben halber halbes hälfte | double doppelt zweimal | triple dreifach dreimal`,
  fr: `1 un une | 12 douzaine douzaines | 20 vingts | 70 septante | 80 huitante octante | 90 nonante |
    100 cents centaine centaines | 1000 millier milliers | 1000000 million millions |
    1000000000 milliard milliards | half moitié demi demie | double double | triple triple |
    o1 première | o2 second seconde`,
  es: `1 un una | 12 docena docenas | 100 cien ciento cientos centenar centenares | 200 doscientas |
    300 trescientas | 500 quinientas | 1000 mil miles millar millares | 1000000 millón millones |
    half mitad medio media | double doble | o1 primer | o3 tercer`,
  it: `1 un una | 12 dozzina dozzine | 100 centinaio centinaia | 1000 mila migliaio migliaia |
    1000000 milione milioni | 1000000000 miliardo miliardi | half metà mezzo mezza | double doppio`,
  pt: `1 um uma | 2 duas | 12 dúzia dúzias | 100 cem cento centenas | 1000 mil milhares milhar |
    1000000 milhão milhões | 1000000000 bilhão bilhões | half metade meio meia | double dobro`,
  ru: `1 одна одно одного одной одному одним одном одну | 2 две двух двум двумя двое двоих |
    3 трех трем тремя трое троих | 4 четырех четырем четырьмя четверо четверых | 5 пяти пятью пятеро |
    6 шести шестью шестеро | 7 семи семью семеро | 8 восьми восьмью восемью | 9 девяти девятью |
    10 десяти десятью десяток десятка десятки десятков | 12 двенадцати дюжина дюжины |
    20 двадцати двадцатью | 30 тридцати тридцатью | 40 сорока | 50 пятидесяти | 60 шестидесяти |
    70 семидесяти | 80 восьмидесяти | 90 девяноста | 100 ста сотня сотни сотен | 200 двухсот |
    300 трехсот | 500 пятисот | 1000 тысяча тысячи тысяч тысячу тысячей тысячам тысячами |
    1000000 миллион миллиона миллионов миллионы миллионам |
    1000000000 миллиард миллиарда миллиардов миллиарды | half половина половины половину половиной |
    1.5 полтора полутора полторы | double дважды вдвое | triple трижды втрое`,
  uk: `1 одна одне одного однієї одному одну | 2 дві двох двом двома двоє | 3 трьох трьом трьома троє |
    4 чотирьох чотирьом четверо | 5 п'яти п'ятьох п'ятьма | 6 шести шістьох | 7 семи сімох |
    8 восьми вісьмох | 9 дев'яти дев'ятьох | 10 десяти десятьох десяток десятки | 20 двадцяти |
    30 тридцяти | 40 сорока | 100 ста сотня сотні сотень | 1000 тисяча тисячі тисяч тисячу |
    1000000 мільйон мільйона мільйонів мільйони | 1000000000 мільярд мільярда мільярдів мільярди |
    half половина половини половину`,
  pl: `1 jedna jedno jednego jednej jednym | 2 dwa dwie dwóch dwu dwaj dwoje dwom | 3 trzech trzej troje |
    4 czterech czterej czworo | 5 pięciu pięcioro | 6 sześciu | 7 siedmiu | 8 ośmiu | 9 dziewięciu |
    10 dziesięciu dziesiątki | 100 stu setki setek | 1000 tysiąc tysiące tysięcy tysiąca |
    1000000 milion miliony milionów miliona | 1000000000 miliard miliardy miliardów |
    half pół połowa połowy`,
  el: `1 ένας μία μια ενός μίας μιας έναν | 3 τρεις τρία τριών | 4 τέσσερις τέσσερα τεσσάρων |
    200 διακόσιοι διακόσιες διακόσια | 1000 χίλιοι χίλιες χίλια χιλιάδες χιλιάδων |
    1000000 εκατομμύριο εκατομμύρια εκατομμυρίων | 1000000000 δισεκατομμύριο δισεκατομμύρια |
    half μισό μισή μισός`,
  ar: `1 واحد واحدة | 2 اثنان اثنين اثنتان اثنتين | 3 ثلاثة ثلاث | 4 أربعة أربع | 5 خمسة خمس | 6 ستة ست |
    7 سبعة سبع | 8 ثمانية ثمان ثماني | 9 تسعة تسع | 10 عشرة عشر عشرات | 20 عشرون عشرين |
    30 ثلاثون ثلاثين | 40 أربعون أربعين | 50 خمسون خمسين | 60 ستون ستين | 70 سبعون سبعين |
    80 ثمانون ثمانين | 90 تسعون تسعين | 100 مائة مئة مئات | 200 مئتان مئتين مائتان مائتين |
    1000 ألف آلاف ألفا | 2000 ألفان ألفين | 1000000 مليون ملايين | 1000000000 مليار مليارات | half نصف |
    third ثلث | quarter ربع`,
  he: `1 אחד אחת | 2 שנים שניים שתיים שני שתי | 3 שלוש שלושה שלושת | 4 ארבע ארבעה ארבעת |
    5 חמש חמישה חמשת | 6 שש שישה ששת | 7 שבע שבעה שבעת | 8 שמונה שמונת | 9 תשע תשעה תשעת |
    10 עשר עשרה עשרת עשרות | 20 עשרים | 30 שלושים | 40 ארבעים | 50 חמישים | 60 שישים | 70 שבעים |
    80 שמונים | 90 תשעים | 100 מאה מאות | 200 מאתיים | 1000 אלף אלפים אלפי |
    1000000 מיליון מיליוני מיליונים | 1000000000 מיליארד מיליארדי | half חצי מחצית`,
  tr: '1 bir | half yarım yarısı',
  id: '100 ratus | 1000 ribu | 1000000 juta | teens belas | tens puluh',
  ko: '1 하나 | 2 둘 | 3 셋 | 4 넷 | 5 다섯 | 6 여섯 | 7 일곱 | 8 여덟 | 9 아홉 | 10 열 | 20 스물 스무 | 30 서른 | 40 마흔 | 50 쉰',
  th: `1 หนึ่ง เอ็ด | 2 สอง | 3 สาม | 4 สี่ | 5 ห้า | 6 หก | 7 เจ็ด | 8 แปด | 9 เก้า | 10 สิบ | 20 ยี่สิบ |
    100 ร้อย | 1000 พัน | 10000 หมื่น | 100000 แสน | 1000000 ล้าน`,
  vi: '5 lăm',
};
