// SPDX-License-Identifier: MIT
// Written by engine/std/unicode-tables.pl. The ranges are the machine's; a table has its number, counted from 1.

package unicode

// Version is the edition of Unicode from which the tables come.
const Version = "14.0.0"

// The categories, scripts and properties.
var (
	C                       = &RangeTable{number: 1}
	Cc                      = &RangeTable{number: 2}
	Cf                      = &RangeTable{number: 3}
	Co                      = &RangeTable{number: 4}
	Cs                      = &RangeTable{number: 5}
	L                       = &RangeTable{number: 6}
	Ll                      = &RangeTable{number: 7}
	Lm                      = &RangeTable{number: 8}
	Lo                      = &RangeTable{number: 9}
	Lt                      = &RangeTable{number: 10}
	Lu                      = &RangeTable{number: 11}
	M                       = &RangeTable{number: 12}
	Mc                      = &RangeTable{number: 13}
	Me                      = &RangeTable{number: 14}
	Mn                      = &RangeTable{number: 15}
	N                       = &RangeTable{number: 16}
	Nd                      = &RangeTable{number: 17}
	Nl                      = &RangeTable{number: 18}
	No                      = &RangeTable{number: 19}
	P                       = &RangeTable{number: 20}
	Pc                      = &RangeTable{number: 21}
	Pd                      = &RangeTable{number: 22}
	Pe                      = &RangeTable{number: 23}
	Pf                      = &RangeTable{number: 24}
	Pi                      = &RangeTable{number: 25}
	Po                      = &RangeTable{number: 26}
	Ps                      = &RangeTable{number: 27}
	S                       = &RangeTable{number: 28}
	Sc                      = &RangeTable{number: 29}
	Sk                      = &RangeTable{number: 30}
	Sm                      = &RangeTable{number: 31}
	So                      = &RangeTable{number: 32}
	Z                       = &RangeTable{number: 33}
	Zl                      = &RangeTable{number: 34}
	Zp                      = &RangeTable{number: 35}
	Zs                      = &RangeTable{number: 36}
	Adlam                   = &RangeTable{number: 37}
	Ahom                    = &RangeTable{number: 38}
	Anatolian_Hieroglyphs   = &RangeTable{number: 39}
	Arabic                  = &RangeTable{number: 40}
	Armenian                = &RangeTable{number: 41}
	Avestan                 = &RangeTable{number: 42}
	Balinese                = &RangeTable{number: 43}
	Bamum                   = &RangeTable{number: 44}
	Bassa_Vah               = &RangeTable{number: 45}
	Batak                   = &RangeTable{number: 46}
	Bengali                 = &RangeTable{number: 47}
	Bhaiksuki               = &RangeTable{number: 48}
	Bopomofo                = &RangeTable{number: 49}
	Brahmi                  = &RangeTable{number: 50}
	Braille                 = &RangeTable{number: 51}
	Buginese                = &RangeTable{number: 52}
	Buhid                   = &RangeTable{number: 53}
	Canadian_Aboriginal     = &RangeTable{number: 54}
	Carian                  = &RangeTable{number: 55}
	Caucasian_Albanian      = &RangeTable{number: 56}
	Chakma                  = &RangeTable{number: 57}
	Cham                    = &RangeTable{number: 58}
	Cherokee                = &RangeTable{number: 59}
	Chorasmian              = &RangeTable{number: 60}
	Common                  = &RangeTable{number: 61}
	Coptic                  = &RangeTable{number: 62}
	Cuneiform               = &RangeTable{number: 63}
	Cypriot                 = &RangeTable{number: 64}
	Cypro_Minoan            = &RangeTable{number: 65}
	Cyrillic                = &RangeTable{number: 66}
	Deseret                 = &RangeTable{number: 67}
	Devanagari              = &RangeTable{number: 68}
	Dives_Akuru             = &RangeTable{number: 69}
	Dogra                   = &RangeTable{number: 70}
	Duployan                = &RangeTable{number: 71}
	Egyptian_Hieroglyphs    = &RangeTable{number: 72}
	Elbasan                 = &RangeTable{number: 73}
	Elymaic                 = &RangeTable{number: 74}
	Ethiopic                = &RangeTable{number: 75}
	Georgian                = &RangeTable{number: 76}
	Glagolitic              = &RangeTable{number: 77}
	Gothic                  = &RangeTable{number: 78}
	Grantha                 = &RangeTable{number: 79}
	Greek                   = &RangeTable{number: 80}
	Gujarati                = &RangeTable{number: 81}
	Gunjala_Gondi           = &RangeTable{number: 82}
	Gurmukhi                = &RangeTable{number: 83}
	Han                     = &RangeTable{number: 84}
	Hangul                  = &RangeTable{number: 85}
	Hanifi_Rohingya         = &RangeTable{number: 86}
	Hanunoo                 = &RangeTable{number: 87}
	Hatran                  = &RangeTable{number: 88}
	Hebrew                  = &RangeTable{number: 89}
	Hiragana                = &RangeTable{number: 90}
	Imperial_Aramaic        = &RangeTable{number: 91}
	Inherited               = &RangeTable{number: 92}
	Inscriptional_Pahlavi   = &RangeTable{number: 93}
	Inscriptional_Parthian  = &RangeTable{number: 94}
	Javanese                = &RangeTable{number: 95}
	Kaithi                  = &RangeTable{number: 96}
	Kannada                 = &RangeTable{number: 97}
	Katakana                = &RangeTable{number: 98}
	Kayah_Li                = &RangeTable{number: 99}
	Kharoshthi              = &RangeTable{number: 100}
	Khitan_Small_Script     = &RangeTable{number: 101}
	Khmer                   = &RangeTable{number: 102}
	Khojki                  = &RangeTable{number: 103}
	Khudawadi               = &RangeTable{number: 104}
	Lao                     = &RangeTable{number: 105}
	Latin                   = &RangeTable{number: 106}
	Lepcha                  = &RangeTable{number: 107}
	Limbu                   = &RangeTable{number: 108}
	Linear_A                = &RangeTable{number: 109}
	Linear_B                = &RangeTable{number: 110}
	Lisu                    = &RangeTable{number: 111}
	Lycian                  = &RangeTable{number: 112}
	Lydian                  = &RangeTable{number: 113}
	Mahajani                = &RangeTable{number: 114}
	Makasar                 = &RangeTable{number: 115}
	Malayalam               = &RangeTable{number: 116}
	Mandaic                 = &RangeTable{number: 117}
	Manichaean              = &RangeTable{number: 118}
	Marchen                 = &RangeTable{number: 119}
	Masaram_Gondi           = &RangeTable{number: 120}
	Medefaidrin             = &RangeTable{number: 121}
	Meetei_Mayek            = &RangeTable{number: 122}
	Mende_Kikakui           = &RangeTable{number: 123}
	Meroitic_Cursive        = &RangeTable{number: 124}
	Meroitic_Hieroglyphs    = &RangeTable{number: 125}
	Miao                    = &RangeTable{number: 126}
	Modi                    = &RangeTable{number: 127}
	Mongolian               = &RangeTable{number: 128}
	Mro                     = &RangeTable{number: 129}
	Multani                 = &RangeTable{number: 130}
	Myanmar                 = &RangeTable{number: 131}
	Nabataean               = &RangeTable{number: 132}
	Nandinagari             = &RangeTable{number: 133}
	New_Tai_Lue             = &RangeTable{number: 134}
	Newa                    = &RangeTable{number: 135}
	Nko                     = &RangeTable{number: 136}
	Nushu                   = &RangeTable{number: 137}
	Nyiakeng_Puachue_Hmong  = &RangeTable{number: 138}
	Ogham                   = &RangeTable{number: 139}
	Ol_Chiki                = &RangeTable{number: 140}
	Old_Hungarian           = &RangeTable{number: 141}
	Old_Italic              = &RangeTable{number: 142}
	Old_North_Arabian       = &RangeTable{number: 143}
	Old_Permic              = &RangeTable{number: 144}
	Old_Persian             = &RangeTable{number: 145}
	Old_Sogdian             = &RangeTable{number: 146}
	Old_South_Arabian       = &RangeTable{number: 147}
	Old_Turkic              = &RangeTable{number: 148}
	Old_Uyghur              = &RangeTable{number: 149}
	Oriya                   = &RangeTable{number: 150}
	Osage                   = &RangeTable{number: 151}
	Osmanya                 = &RangeTable{number: 152}
	Pahawh_Hmong            = &RangeTable{number: 153}
	Palmyrene               = &RangeTable{number: 154}
	Pau_Cin_Hau             = &RangeTable{number: 155}
	Phags_Pa                = &RangeTable{number: 156}
	Phoenician              = &RangeTable{number: 157}
	Psalter_Pahlavi         = &RangeTable{number: 158}
	Rejang                  = &RangeTable{number: 159}
	Runic                   = &RangeTable{number: 160}
	Samaritan               = &RangeTable{number: 161}
	Saurashtra              = &RangeTable{number: 162}
	Sharada                 = &RangeTable{number: 163}
	Shavian                 = &RangeTable{number: 164}
	Siddham                 = &RangeTable{number: 165}
	SignWriting             = &RangeTable{number: 166}
	Sinhala                 = &RangeTable{number: 167}
	Sogdian                 = &RangeTable{number: 168}
	Sora_Sompeng            = &RangeTable{number: 169}
	Soyombo                 = &RangeTable{number: 170}
	Sundanese               = &RangeTable{number: 171}
	Syloti_Nagri            = &RangeTable{number: 172}
	Syriac                  = &RangeTable{number: 173}
	Tagalog                 = &RangeTable{number: 174}
	Tagbanwa                = &RangeTable{number: 175}
	Tai_Le                  = &RangeTable{number: 176}
	Tai_Tham                = &RangeTable{number: 177}
	Tai_Viet                = &RangeTable{number: 178}
	Takri                   = &RangeTable{number: 179}
	Tamil                   = &RangeTable{number: 180}
	Tangsa                  = &RangeTable{number: 181}
	Tangut                  = &RangeTable{number: 182}
	Telugu                  = &RangeTable{number: 183}
	Thaana                  = &RangeTable{number: 184}
	Thai                    = &RangeTable{number: 185}
	Tibetan                 = &RangeTable{number: 186}
	Tifinagh                = &RangeTable{number: 187}
	Tirhuta                 = &RangeTable{number: 188}
	Toto                    = &RangeTable{number: 189}
	Ugaritic                = &RangeTable{number: 190}
	Vai                     = &RangeTable{number: 191}
	Vithkuqi                = &RangeTable{number: 192}
	Wancho                  = &RangeTable{number: 193}
	Warang_Citi             = &RangeTable{number: 194}
	Yezidi                  = &RangeTable{number: 195}
	Yi                      = &RangeTable{number: 196}
	Zanabazar_Square        = &RangeTable{number: 197}
	ASCII_Hex_Digit         = &RangeTable{number: 198}
	Bidi_Control            = &RangeTable{number: 199}
	Dash                    = &RangeTable{number: 200}
	Deprecated              = &RangeTable{number: 201}
	Diacritic               = &RangeTable{number: 202}
	Extender                = &RangeTable{number: 203}
	Hex_Digit               = &RangeTable{number: 204}
	Hyphen                  = &RangeTable{number: 205}
	IDS_Binary_Operator     = &RangeTable{number: 206}
	IDS_Trinary_Operator    = &RangeTable{number: 207}
	Ideographic             = &RangeTable{number: 208}
	Join_Control            = &RangeTable{number: 209}
	Logical_Order_Exception = &RangeTable{number: 210}
	Noncharacter_Code_Point = &RangeTable{number: 211}
	Pattern_Syntax          = &RangeTable{number: 212}
	Pattern_White_Space     = &RangeTable{number: 213}
	Quotation_Mark          = &RangeTable{number: 214}
	Radical                 = &RangeTable{number: 215}
	Regional_Indicator      = &RangeTable{number: 216}
	Sentence_Terminal       = &RangeTable{number: 217}
	Soft_Dotted             = &RangeTable{number: 218}
	Terminal_Punctuation    = &RangeTable{number: 219}
	Unified_Ideograph       = &RangeTable{number: 220}
	Variation_Selector      = &RangeTable{number: 221}
	White_Space             = &RangeTable{number: 222}
	Other                   = C
	Letter                  = L
	Lower                   = Ll
	Title                   = Lt
	Upper                   = Lu
	Mark                    = M
	Number                  = N
	Digit                   = Nd
	Punct                   = P
	Symbol                  = S
	Space                   = Z
)

// Categories has the categories by name.
var Categories = map[string]*RangeTable{
	"C":  C,
	"Cc": Cc,
	"Cf": Cf,
	"Co": Co,
	"Cs": Cs,
	"L":  L,
	"Ll": Ll,
	"Lm": Lm,
	"Lo": Lo,
	"Lt": Lt,
	"Lu": Lu,
	"M":  M,
	"Mc": Mc,
	"Me": Me,
	"Mn": Mn,
	"N":  N,
	"Nd": Nd,
	"Nl": Nl,
	"No": No,
	"P":  P,
	"Pc": Pc,
	"Pd": Pd,
	"Pe": Pe,
	"Pf": Pf,
	"Pi": Pi,
	"Po": Po,
	"Ps": Ps,
	"S":  S,
	"Sc": Sc,
	"Sk": Sk,
	"Sm": Sm,
	"So": So,
	"Z":  Z,
	"Zl": Zl,
	"Zp": Zp,
	"Zs": Zs,
}

// Scripts has the scripts by name.
var Scripts = map[string]*RangeTable{
	"Adlam":                  Adlam,
	"Ahom":                   Ahom,
	"Anatolian_Hieroglyphs":  Anatolian_Hieroglyphs,
	"Arabic":                 Arabic,
	"Armenian":               Armenian,
	"Avestan":                Avestan,
	"Balinese":               Balinese,
	"Bamum":                  Bamum,
	"Bassa_Vah":              Bassa_Vah,
	"Batak":                  Batak,
	"Bengali":                Bengali,
	"Bhaiksuki":              Bhaiksuki,
	"Bopomofo":               Bopomofo,
	"Brahmi":                 Brahmi,
	"Braille":                Braille,
	"Buginese":               Buginese,
	"Buhid":                  Buhid,
	"Canadian_Aboriginal":    Canadian_Aboriginal,
	"Carian":                 Carian,
	"Caucasian_Albanian":     Caucasian_Albanian,
	"Chakma":                 Chakma,
	"Cham":                   Cham,
	"Cherokee":               Cherokee,
	"Chorasmian":             Chorasmian,
	"Common":                 Common,
	"Coptic":                 Coptic,
	"Cuneiform":              Cuneiform,
	"Cypriot":                Cypriot,
	"Cypro_Minoan":           Cypro_Minoan,
	"Cyrillic":               Cyrillic,
	"Deseret":                Deseret,
	"Devanagari":             Devanagari,
	"Dives_Akuru":            Dives_Akuru,
	"Dogra":                  Dogra,
	"Duployan":               Duployan,
	"Egyptian_Hieroglyphs":   Egyptian_Hieroglyphs,
	"Elbasan":                Elbasan,
	"Elymaic":                Elymaic,
	"Ethiopic":               Ethiopic,
	"Georgian":               Georgian,
	"Glagolitic":             Glagolitic,
	"Gothic":                 Gothic,
	"Grantha":                Grantha,
	"Greek":                  Greek,
	"Gujarati":               Gujarati,
	"Gunjala_Gondi":          Gunjala_Gondi,
	"Gurmukhi":               Gurmukhi,
	"Han":                    Han,
	"Hangul":                 Hangul,
	"Hanifi_Rohingya":        Hanifi_Rohingya,
	"Hanunoo":                Hanunoo,
	"Hatran":                 Hatran,
	"Hebrew":                 Hebrew,
	"Hiragana":               Hiragana,
	"Imperial_Aramaic":       Imperial_Aramaic,
	"Inherited":              Inherited,
	"Inscriptional_Pahlavi":  Inscriptional_Pahlavi,
	"Inscriptional_Parthian": Inscriptional_Parthian,
	"Javanese":               Javanese,
	"Kaithi":                 Kaithi,
	"Kannada":                Kannada,
	"Katakana":               Katakana,
	"Kayah_Li":               Kayah_Li,
	"Kharoshthi":             Kharoshthi,
	"Khitan_Small_Script":    Khitan_Small_Script,
	"Khmer":                  Khmer,
	"Khojki":                 Khojki,
	"Khudawadi":              Khudawadi,
	"Lao":                    Lao,
	"Latin":                  Latin,
	"Lepcha":                 Lepcha,
	"Limbu":                  Limbu,
	"Linear_A":               Linear_A,
	"Linear_B":               Linear_B,
	"Lisu":                   Lisu,
	"Lycian":                 Lycian,
	"Lydian":                 Lydian,
	"Mahajani":               Mahajani,
	"Makasar":                Makasar,
	"Malayalam":              Malayalam,
	"Mandaic":                Mandaic,
	"Manichaean":             Manichaean,
	"Marchen":                Marchen,
	"Masaram_Gondi":          Masaram_Gondi,
	"Medefaidrin":            Medefaidrin,
	"Meetei_Mayek":           Meetei_Mayek,
	"Mende_Kikakui":          Mende_Kikakui,
	"Meroitic_Cursive":       Meroitic_Cursive,
	"Meroitic_Hieroglyphs":   Meroitic_Hieroglyphs,
	"Miao":                   Miao,
	"Modi":                   Modi,
	"Mongolian":              Mongolian,
	"Mro":                    Mro,
	"Multani":                Multani,
	"Myanmar":                Myanmar,
	"Nabataean":              Nabataean,
	"Nandinagari":            Nandinagari,
	"New_Tai_Lue":            New_Tai_Lue,
	"Newa":                   Newa,
	"Nko":                    Nko,
	"Nushu":                  Nushu,
	"Nyiakeng_Puachue_Hmong": Nyiakeng_Puachue_Hmong,
	"Ogham":                  Ogham,
	"Ol_Chiki":               Ol_Chiki,
	"Old_Hungarian":          Old_Hungarian,
	"Old_Italic":             Old_Italic,
	"Old_North_Arabian":      Old_North_Arabian,
	"Old_Permic":             Old_Permic,
	"Old_Persian":            Old_Persian,
	"Old_Sogdian":            Old_Sogdian,
	"Old_South_Arabian":      Old_South_Arabian,
	"Old_Turkic":             Old_Turkic,
	"Old_Uyghur":             Old_Uyghur,
	"Oriya":                  Oriya,
	"Osage":                  Osage,
	"Osmanya":                Osmanya,
	"Pahawh_Hmong":           Pahawh_Hmong,
	"Palmyrene":              Palmyrene,
	"Pau_Cin_Hau":            Pau_Cin_Hau,
	"Phags_Pa":               Phags_Pa,
	"Phoenician":             Phoenician,
	"Psalter_Pahlavi":        Psalter_Pahlavi,
	"Rejang":                 Rejang,
	"Runic":                  Runic,
	"Samaritan":              Samaritan,
	"Saurashtra":             Saurashtra,
	"Sharada":                Sharada,
	"Shavian":                Shavian,
	"Siddham":                Siddham,
	"SignWriting":            SignWriting,
	"Sinhala":                Sinhala,
	"Sogdian":                Sogdian,
	"Sora_Sompeng":           Sora_Sompeng,
	"Soyombo":                Soyombo,
	"Sundanese":              Sundanese,
	"Syloti_Nagri":           Syloti_Nagri,
	"Syriac":                 Syriac,
	"Tagalog":                Tagalog,
	"Tagbanwa":               Tagbanwa,
	"Tai_Le":                 Tai_Le,
	"Tai_Tham":               Tai_Tham,
	"Tai_Viet":               Tai_Viet,
	"Takri":                  Takri,
	"Tamil":                  Tamil,
	"Tangsa":                 Tangsa,
	"Tangut":                 Tangut,
	"Telugu":                 Telugu,
	"Thaana":                 Thaana,
	"Thai":                   Thai,
	"Tibetan":                Tibetan,
	"Tifinagh":               Tifinagh,
	"Tirhuta":                Tirhuta,
	"Toto":                   Toto,
	"Ugaritic":               Ugaritic,
	"Vai":                    Vai,
	"Vithkuqi":               Vithkuqi,
	"Wancho":                 Wancho,
	"Warang_Citi":            Warang_Citi,
	"Yezidi":                 Yezidi,
	"Yi":                     Yi,
	"Zanabazar_Square":       Zanabazar_Square,
}

// Properties has the properties by name.
var Properties = map[string]*RangeTable{
	"ASCII_Hex_Digit":         ASCII_Hex_Digit,
	"Bidi_Control":            Bidi_Control,
	"Dash":                    Dash,
	"Deprecated":              Deprecated,
	"Diacritic":               Diacritic,
	"Extender":                Extender,
	"Hex_Digit":               Hex_Digit,
	"Hyphen":                  Hyphen,
	"IDS_Binary_Operator":     IDS_Binary_Operator,
	"IDS_Trinary_Operator":    IDS_Trinary_Operator,
	"Ideographic":             Ideographic,
	"Join_Control":            Join_Control,
	"Logical_Order_Exception": Logical_Order_Exception,
	"Noncharacter_Code_Point": Noncharacter_Code_Point,
	"Pattern_Syntax":          Pattern_Syntax,
	"Pattern_White_Space":     Pattern_White_Space,
	"Quotation_Mark":          Quotation_Mark,
	"Radical":                 Radical,
	"Regional_Indicator":      Regional_Indicator,
	"Sentence_Terminal":       Sentence_Terminal,
	"Soft_Dotted":             Soft_Dotted,
	"Terminal_Punctuation":    Terminal_Punctuation,
	"Unified_Ideograph":       Unified_Ideograph,
	"Variation_Selector":      Variation_Selector,
	"White_Space":             White_Space,
}

// FoldCategory and FoldScript are empty: folding asks the machine.
var (
	FoldCategory = map[string]*RangeTable{}
	FoldScript   = map[string]*RangeTable{}
)
