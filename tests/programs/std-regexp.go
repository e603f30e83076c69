package main

import (
	"fmt"
	"regexp"
)

func main() {
	pats := []string{`a`, `a*`, `a+b`, `(a|ab)(c|bcd)(d*)`, `^abc$`, `\d+`, `[a-c]+`, `[^a-c]+`, `(?i)HeLLo`, `\bfoo\b`, `(\w+)@(\w+)\.com`, `a{2,3}`, `a{2,}?`, `(?P<y>\d{4})-(?P<m>\d\d)`, `x*`, `(a*)*`, `(a*)+`, `(a|b)*?c`, `.`, `(?s).+`, `(?m)^\w+$`, `\pL+`, `\p{Greek}+`, `[[:alpha:]]+`, `[\d\-x]+`, `\Qa.b\E+`, `(?:ab)+`, `()`, `a||b`, `[^\n]*`, `\x41\x{263a}`, `(?U)a+`, `\s+`, `^`, `$`, `\B`, `[a\]]`, `(foo|foobar)(bar)?`, `((a)|b)+`, `(?i)k`, `\.`, `[-a]`, `[a-]`, `é+`,
		`(`, `)`, `*`, `a**`, `[`, `[z-a]`, `\q`, `a{1001}`, `(?P<n`, `(?P<1a>x)`, `a{2,1}`, `(?z)`, `\`, `[[:foo:]]`, `\pX`, `(a{10}){101}`, `[a`, `(?i`, `x{`, `{1}`, `a{,2}`, `\8`, `(?P<a>x)(?P<a>y)`, `[a-\d]`, `+`, `a|*`, `(?i)(?-i)A`, `a+?b*?`, `\C`}
	texts := []string{"", "aaa", "foo bar foobar", "2024-05-06 and 1999-12"}
	for _, p := range pats {
		re, err := regexp.Compile(p)
		fmt.Println(p, err)
		if err != nil {
			continue
		}
		fmt.Println(re.NumSubexp(), re.SubexpNames())
		for _, t := range texts {
			fmt.Printf("%q %q %v\n", p, t, re.MatchString(t))
			fmt.Printf("%v %q %v\n", re.FindStringSubmatchIndex(t), re.FindAllString(t, -1), re.FindAllStringSubmatchIndex(t, 3))
			fmt.Printf("%q %q %q\n", re.ReplaceAllString(t, "<$0$1>"), re.Split(t, -1), re.Split(t, 2))
			l := regexp.MustCompile(p)
			l.Longest()
			if true {
				fmt.Println(l.FindStringIndex(t))
			}
		}
	}
	re := regexp.MustCompile(`(?P<first>\w+) (?P<last>\w+)`)
	fmt.Println(re.ReplaceAllString("John Smith", "${last}, $first $$ $x ${1}x"), re.SubexpIndex("last"))
	fmt.Println(re.ReplaceAllStringFunc("ab cd ef gh", func(s string) string { return "[" + s + "]" }), re.String(), regexp.QuoteMeta("a.b*c[d]"))
	fmt.Printf("%q\n", re.FindAllSubmatch([]byte("ab cd ef gh"), -1))
	func() {
		defer func() { fmt.Println(recover()) }()
		regexp.MustCompile("a(b")
	}()
}

// Output:
// a <nil>
// 0 []
// "a" "" false
// [] [] []
// "" [""] [""]
// []
// "a" "aaa" true
// [0 1] ["a" "a" "a"] [[0 1] [1 2] [2 3]]
// "<a><a><a>" ["" "" "" ""] ["" "aa"]
// [0 1]
// "a" "foo bar foobar" true
// [5 6] ["a" "a"] [[5 6] [12 13]]
// "foo b<a>r foob<a>r" ["foo b" "r foob" "r"] ["foo b" "r foobar"]
// [5 6]
// "a" "2024-05-06 and 1999-12" true
// [11 12] ["a"] [[11 12]]
// "2024-05-06 <a>nd 1999-12" ["2024-05-06 " "nd 1999-12"] ["2024-05-06 " "nd 1999-12"]
// [11 12]
// a* <nil>
// 0 []
// "a*" "" true
// [0 0] [""] [[0 0]]
// "<>" [""] [""]
// [0 0]
// "a*" "aaa" true
// [0 3] ["aaa"] [[0 3]]
// "<aaa>" ["" ""] ["" ""]
// [0 3]
// "a*" "foo bar foobar" true
// [0 0] ["" "" "" "" "" "a" "" "" "" "" "" "a" ""] [[0 0] [1 1] [2 2]]
// "<>f<>o<>o<> <>b<a>r<> <>f<>o<>o<>b<a>r<>" ["f" "o" "o" " " "b" "r" " " "f" "o" "o" "b" "r"] ["f" "oo bar foobar"]
// [0 0]
// "a*" "2024-05-06 and 1999-12" true
// [0 0] ["" "" "" "" "" "" "" "" "" "" "" "a" "" "" "" "" "" "" "" "" "" ""] [[0 0] [1 1] [2 2]]
// "<>2<>0<>2<>4<>-<>0<>5<>-<>0<>6<> <a>n<>d<> <>1<>9<>9<>9<>-<>1<>2<>" ["2" "0" "2" "4" "-" "0" "5" "-" "0" "6" " " "n" "d" " " "1" "9" "9" "9" "-" "1" "2"] ["2" "024-05-06 and 1999-12"]
// [0 0]
// a+b <nil>
// 0 []
// "a+b" "" false
// [] [] []
// "" [""] [""]
// []
// "a+b" "aaa" false
// [] [] []
// "aaa" ["aaa"] ["aaa"]
// []
// "a+b" "foo bar foobar" false
// [] [] []
// "foo bar foobar" ["foo bar foobar"] ["foo bar foobar"]
// []
// "a+b" "2024-05-06 and 1999-12" false
// [] [] []
// "2024-05-06 and 1999-12" ["2024-05-06 and 1999-12"] ["2024-05-06 and 1999-12"]
// []
// (a|ab)(c|bcd)(d*) <nil>
// 3 [   ]
// "(a|ab)(c|bcd)(d*)" "" false
// [] [] []
// "" [""] [""]
// []
// "(a|ab)(c|bcd)(d*)" "aaa" false
// [] [] []
// "aaa" ["aaa"] ["aaa"]
// []
// "(a|ab)(c|bcd)(d*)" "foo bar foobar" false
// [] [] []
// "foo bar foobar" ["foo bar foobar"] ["foo bar foobar"]
// []
// "(a|ab)(c|bcd)(d*)" "2024-05-06 and 1999-12" false
// [] [] []
// "2024-05-06 and 1999-12" ["2024-05-06 and 1999-12"] ["2024-05-06 and 1999-12"]
// []
// ^abc$ <nil>
// 0 []
// "^abc$" "" false
// [] [] []
// "" [""] [""]
// []
// "^abc$" "aaa" false
// [] [] []
// "aaa" ["aaa"] ["aaa"]
// []
// "^abc$" "foo bar foobar" false
// [] [] []
// "foo bar foobar" ["foo bar foobar"] ["foo bar foobar"]
// []
// "^abc$" "2024-05-06 and 1999-12" false
// [] [] []
// "2024-05-06 and 1999-12" ["2024-05-06 and 1999-12"] ["2024-05-06 and 1999-12"]
// []
// \d+ <nil>
// 0 []
// "\\d+" "" false
// [] [] []
// "" [""] [""]
// []
// "\\d+" "aaa" false
// [] [] []
// "aaa" ["aaa"] ["aaa"]
// []
// "\\d+" "foo bar foobar" false
// [] [] []
// "foo bar foobar" ["foo bar foobar"] ["foo bar foobar"]
// []
// "\\d+" "2024-05-06 and 1999-12" true
// [0 4] ["2024" "05" "06" "1999" "12"] [[0 4] [5 7] [8 10]]
// "<2024>-<05>-<06> and <1999>-<12>" ["" "-" "-" " and " "-" ""] ["" "-05-06 and 1999-12"]
// [0 4]
// [a-c]+ <nil>
// 0 []
// "[a-c]+" "" false
// [] [] []
// "" [""] [""]
// []
// "[a-c]+" "aaa" true
// [0 3] ["aaa"] [[0 3]]
// "<aaa>" ["" ""] ["" ""]
// [0 3]
// "[a-c]+" "foo bar foobar" true
// [4 6] ["ba" "ba"] [[4 6] [11 13]]
// "foo <ba>r foo<ba>r" ["foo " "r foo" "r"] ["foo " "r foobar"]
// [4 6]
// "[a-c]+" "2024-05-06 and 1999-12" true
// [11 12] ["a"] [[11 12]]
// "2024-05-06 <a>nd 1999-12" ["2024-05-06 " "nd 1999-12"] ["2024-05-06 " "nd 1999-12"]
// [11 12]
// [^a-c]+ <nil>
// 0 []
// "[^a-c]+" "" false
// [] [] []
// "" [""] [""]
// []
// "[^a-c]+" "aaa" false
// [] [] []
// "aaa" ["aaa"] ["aaa"]
// []
// "[^a-c]+" "foo bar foobar" true
// [0 4] ["foo " "r foo" "r"] [[0 4] [6 11] [13 14]]
// "<foo >ba<r foo>ba<r>" ["" "ba" "ba" ""] ["" "bar foobar"]
// [0 4]
// "[^a-c]+" "2024-05-06 and 1999-12" true
// [0 11] ["2024-05-06 " "nd 1999-12"] [[0 11] [12 22]]
// "<2024-05-06 >a<nd 1999-12>" ["" "a" ""] ["" "and 1999-12"]
// [0 11]
// (?i)HeLLo <nil>
// 0 []
// "(?i)HeLLo" "" false
// [] [] []
// "" [""] [""]
// []
// "(?i)HeLLo" "aaa" false
// [] [] []
// "aaa" ["aaa"] ["aaa"]
// []
// "(?i)HeLLo" "foo bar foobar" false
// [] [] []
// "foo bar foobar" ["foo bar foobar"] ["foo bar foobar"]
// []
// "(?i)HeLLo" "2024-05-06 and 1999-12" false
// [] [] []
// "2024-05-06 and 1999-12" ["2024-05-06 and 1999-12"] ["2024-05-06 and 1999-12"]
// []
// \bfoo\b <nil>
// 0 []
// "\\bfoo\\b" "" false
// [] [] []
// "" [""] [""]
// []
// "\\bfoo\\b" "aaa" false
// [] [] []
// "aaa" ["aaa"] ["aaa"]
// []
// "\\bfoo\\b" "foo bar foobar" true
// [0 3] ["foo"] [[0 3]]
// "<foo> bar foobar" ["" " bar foobar"] ["" " bar foobar"]
// [0 3]
// "\\bfoo\\b" "2024-05-06 and 1999-12" false
// [] [] []
// "2024-05-06 and 1999-12" ["2024-05-06 and 1999-12"] ["2024-05-06 and 1999-12"]
// []
// (\w+)@(\w+)\.com <nil>
// 2 [  ]
// "(\\w+)@(\\w+)\\.com" "" false
// [] [] []
// "" [""] [""]
// []
// "(\\w+)@(\\w+)\\.com" "aaa" false
// [] [] []
// "aaa" ["aaa"] ["aaa"]
// []
// "(\\w+)@(\\w+)\\.com" "foo bar foobar" false
// [] [] []
// "foo bar foobar" ["foo bar foobar"] ["foo bar foobar"]
// []
// "(\\w+)@(\\w+)\\.com" "2024-05-06 and 1999-12" false
// [] [] []
// "2024-05-06 and 1999-12" ["2024-05-06 and 1999-12"] ["2024-05-06 and 1999-12"]
// []
// a{2,3} <nil>
// 0 []
// "a{2,3}" "" false
// [] [] []
// "" [""] [""]
// []
// "a{2,3}" "aaa" true
// [0 3] ["aaa"] [[0 3]]
// "<aaa>" ["" ""] ["" ""]
// [0 3]
// "a{2,3}" "foo bar foobar" false
// [] [] []
// "foo bar foobar" ["foo bar foobar"] ["foo bar foobar"]
// []
// "a{2,3}" "2024-05-06 and 1999-12" false
// [] [] []
// "2024-05-06 and 1999-12" ["2024-05-06 and 1999-12"] ["2024-05-06 and 1999-12"]
// []
// a{2,}? <nil>
// 0 []
// "a{2,}?" "" false
// [] [] []
// "" [""] [""]
// []
// "a{2,}?" "aaa" true
// [0 2] ["aa"] [[0 2]]
// "<aa>a" ["" "a"] ["" "a"]
// [0 3]
// "a{2,}?" "foo bar foobar" false
// [] [] []
// "foo bar foobar" ["foo bar foobar"] ["foo bar foobar"]
// []
// "a{2,}?" "2024-05-06 and 1999-12" false
// [] [] []
// "2024-05-06 and 1999-12" ["2024-05-06 and 1999-12"] ["2024-05-06 and 1999-12"]
// []
// (?P<y>\d{4})-(?P<m>\d\d) <nil>
// 2 [ y m]
// "(?P<y>\\d{4})-(?P<m>\\d\\d)" "" false
// [] [] []
// "" [""] [""]
// []
// "(?P<y>\\d{4})-(?P<m>\\d\\d)" "aaa" false
// [] [] []
// "aaa" ["aaa"] ["aaa"]
// []
// "(?P<y>\\d{4})-(?P<m>\\d\\d)" "foo bar foobar" false
// [] [] []
// "foo bar foobar" ["foo bar foobar"] ["foo bar foobar"]
// []
// "(?P<y>\\d{4})-(?P<m>\\d\\d)" "2024-05-06 and 1999-12" true
// [0 7 0 4 5 7] ["2024-05" "1999-12"] [[0 7 0 4 5 7] [15 22 15 19 20 22]]
// "<2024-052024>-06 and <1999-121999>" ["" "-06 and " ""] ["" "-06 and 1999-12"]
// [0 7]
// x* <nil>
// 0 []
// "x*" "" true
// [0 0] [""] [[0 0]]
// "<>" [""] [""]
// [0 0]
// "x*" "aaa" true
// [0 0] ["" "" "" ""] [[0 0] [1 1] [2 2]]
// "<>a<>a<>a<>" ["a" "a" "a"] ["a" "aa"]
// [0 0]
// "x*" "foo bar foobar" true
// [0 0] ["" "" "" "" "" "" "" "" "" "" "" "" "" "" ""] [[0 0] [1 1] [2 2]]
// "<>f<>o<>o<> <>b<>a<>r<> <>f<>o<>o<>b<>a<>r<>" ["f" "o" "o" " " "b" "a" "r" " " "f" "o" "o" "b" "a" "r"] ["f" "oo bar foobar"]
// [0 0]
// "x*" "2024-05-06 and 1999-12" true
// [0 0] ["" "" "" "" "" "" "" "" "" "" "" "" "" "" "" "" "" "" "" "" "" "" ""] [[0 0] [1 1] [2 2]]
// "<>2<>0<>2<>4<>-<>0<>5<>-<>0<>6<> <>a<>n<>d<> <>1<>9<>9<>9<>-<>1<>2<>" ["2" "0" "2" "4" "-" "0" "5" "-" "0" "6" " " "a" "n" "d" " " "1" "9" "9" "9" "-" "1" "2"] ["2" "024-05-06 and 1999-12"]
// [0 0]
// (a*)* <nil>
// 1 [ ]
// "(a*)*" "" true
// [0 0 0 0] [""] [[0 0 0 0]]
// "<>" [""] [""]
// [0 0]
// "(a*)*" "aaa" true
// [0 3 0 3] ["aaa"] [[0 3 0 3]]
// "<aaaaaa>" ["" ""] ["" ""]
// [0 3]
// "(a*)*" "foo bar foobar" true
// [0 0 0 0] ["" "" "" "" "" "a" "" "" "" "" "" "a" ""] [[0 0 0 0] [1 1 1 1] [2 2 2 2]]
// "<>f<>o<>o<> <>b<aa>r<> <>f<>o<>o<>b<aa>r<>" ["f" "o" "o" " " "b" "r" " " "f" "o" "o" "b" "r"] ["f" "oo bar foobar"]
// [0 0]
// "(a*)*" "2024-05-06 and 1999-12" true
// [0 0 0 0] ["" "" "" "" "" "" "" "" "" "" "" "a" "" "" "" "" "" "" "" "" "" ""] [[0 0 0 0] [1 1 1 1] [2 2 2 2]]
// "<>2<>0<>2<>4<>-<>0<>5<>-<>0<>6<> <aa>n<>d<> <>1<>9<>9<>9<>-<>1<>2<>" ["2" "0" "2" "4" "-" "0" "5" "-" "0" "6" " " "n" "d" " " "1" "9" "9" "9" "-" "1" "2"] ["2" "024-05-06 and 1999-12"]
// [0 0]
// (a*)+ <nil>
// 1 [ ]
// "(a*)+" "" true
// [0 0 0 0] [""] [[0 0 0 0]]
// "<>" [""] [""]
// [0 0]
// "(a*)+" "aaa" true
// [0 3 0 3] ["aaa"] [[0 3 0 3]]
// "<aaaaaa>" ["" ""] ["" ""]
// [0 3]
// "(a*)+" "foo bar foobar" true
// [0 0 0 0] ["" "" "" "" "" "a" "" "" "" "" "" "a" ""] [[0 0 0 0] [1 1 1 1] [2 2 2 2]]
// "<>f<>o<>o<> <>b<aa>r<> <>f<>o<>o<>b<aa>r<>" ["f" "o" "o" " " "b" "r" " " "f" "o" "o" "b" "r"] ["f" "oo bar foobar"]
// [0 0]
// "(a*)+" "2024-05-06 and 1999-12" true
// [0 0 0 0] ["" "" "" "" "" "" "" "" "" "" "" "a" "" "" "" "" "" "" "" "" "" ""] [[0 0 0 0] [1 1 1 1] [2 2 2 2]]
// "<>2<>0<>2<>4<>-<>0<>5<>-<>0<>6<> <aa>n<>d<> <>1<>9<>9<>9<>-<>1<>2<>" ["2" "0" "2" "4" "-" "0" "5" "-" "0" "6" " " "n" "d" " " "1" "9" "9" "9" "-" "1" "2"] ["2" "024-05-06 and 1999-12"]
// [0 0]
// (a|b)*?c <nil>
// 1 [ ]
// "(a|b)*?c" "" false
// [] [] []
// "" [""] [""]
// []
// "(a|b)*?c" "aaa" false
// [] [] []
// "aaa" ["aaa"] ["aaa"]
// []
// "(a|b)*?c" "foo bar foobar" false
// [] [] []
// "foo bar foobar" ["foo bar foobar"] ["foo bar foobar"]
// []
// "(a|b)*?c" "2024-05-06 and 1999-12" false
// [] [] []
// "2024-05-06 and 1999-12" ["2024-05-06 and 1999-12"] ["2024-05-06 and 1999-12"]
// []
// . <nil>
// 0 []
// "." "" false
// [] [] []
// "" [""] [""]
// []
// "." "aaa" true
// [0 1] ["a" "a" "a"] [[0 1] [1 2] [2 3]]
// "<a><a><a>" ["" "" "" ""] ["" "aa"]
// [0 1]
// "." "foo bar foobar" true
// [0 1] ["f" "o" "o" " " "b" "a" "r" " " "f" "o" "o" "b" "a" "r"] [[0 1] [1 2] [2 3]]
// "<f><o><o>< ><b><a><r>< ><f><o><o><b><a><r>" ["" "" "" "" "" "" "" "" "" "" "" "" "" "" ""] ["" "oo bar foobar"]
// [0 1]
// "." "2024-05-06 and 1999-12" true
// [0 1] ["2" "0" "2" "4" "-" "0" "5" "-" "0" "6" " " "a" "n" "d" " " "1" "9" "9" "9" "-" "1" "2"] [[0 1] [1 2] [2 3]]
// "<2><0><2><4><-><0><5><-><0><6>< ><a><n><d>< ><1><9><9><9><-><1><2>" ["" "" "" "" "" "" "" "" "" "" "" "" "" "" "" "" "" "" "" "" "" "" ""] ["" "024-05-06 and 1999-12"]
// [0 1]
// (?s).+ <nil>
// 0 []
// "(?s).+" "" false
// [] [] []
// "" [""] [""]
// []
// "(?s).+" "aaa" true
// [0 3] ["aaa"] [[0 3]]
// "<aaa>" ["" ""] ["" ""]
// [0 3]
// "(?s).+" "foo bar foobar" true
// [0 14] ["foo bar foobar"] [[0 14]]
// "<foo bar foobar>" ["" ""] ["" ""]
// [0 14]
// "(?s).+" "2024-05-06 and 1999-12" true
// [0 22] ["2024-05-06 and 1999-12"] [[0 22]]
// "<2024-05-06 and 1999-12>" ["" ""] ["" ""]
// [0 22]
// (?m)^\w+$ <nil>
// 0 []
// "(?m)^\\w+$" "" false
// [] [] []
// "" [""] [""]
// []
// "(?m)^\\w+$" "aaa" true
// [0 3] ["aaa"] [[0 3]]
// "<aaa>" ["" ""] ["" ""]
// [0 3]
// "(?m)^\\w+$" "foo bar foobar" false
// [] [] []
// "foo bar foobar" ["foo bar foobar"] ["foo bar foobar"]
// []
// "(?m)^\\w+$" "2024-05-06 and 1999-12" false
// [] [] []
// "2024-05-06 and 1999-12" ["2024-05-06 and 1999-12"] ["2024-05-06 and 1999-12"]
// []
// \pL+ <nil>
// 0 []
// "\\pL+" "" false
// [] [] []
// "" [""] [""]
// []
// "\\pL+" "aaa" true
// [0 3] ["aaa"] [[0 3]]
// "<aaa>" ["" ""] ["" ""]
// [0 3]
// "\\pL+" "foo bar foobar" true
// [0 3] ["foo" "bar" "foobar"] [[0 3] [4 7] [8 14]]
// "<foo> <bar> <foobar>" ["" " " " " ""] ["" " bar foobar"]
// [0 3]
// "\\pL+" "2024-05-06 and 1999-12" true
// [11 14] ["and"] [[11 14]]
// "2024-05-06 <and> 1999-12" ["2024-05-06 " " 1999-12"] ["2024-05-06 " " 1999-12"]
// [11 14]
// \p{Greek}+ <nil>
// 0 []
// "\\p{Greek}+" "" false
// [] [] []
// "" [""] [""]
// []
// "\\p{Greek}+" "aaa" false
// [] [] []
// "aaa" ["aaa"] ["aaa"]
// []
// "\\p{Greek}+" "foo bar foobar" false
// [] [] []
// "foo bar foobar" ["foo bar foobar"] ["foo bar foobar"]
// []
// "\\p{Greek}+" "2024-05-06 and 1999-12" false
// [] [] []
// "2024-05-06 and 1999-12" ["2024-05-06 and 1999-12"] ["2024-05-06 and 1999-12"]
// []
// [[:alpha:]]+ <nil>
// 0 []
// "[[:alpha:]]+" "" false
// [] [] []
// "" [""] [""]
// []
// "[[:alpha:]]+" "aaa" true
// [0 3] ["aaa"] [[0 3]]
// "<aaa>" ["" ""] ["" ""]
// [0 3]
// "[[:alpha:]]+" "foo bar foobar" true
// [0 3] ["foo" "bar" "foobar"] [[0 3] [4 7] [8 14]]
// "<foo> <bar> <foobar>" ["" " " " " ""] ["" " bar foobar"]
// [0 3]
// "[[:alpha:]]+" "2024-05-06 and 1999-12" true
// [11 14] ["and"] [[11 14]]
// "2024-05-06 <and> 1999-12" ["2024-05-06 " " 1999-12"] ["2024-05-06 " " 1999-12"]
// [11 14]
// [\d\-x]+ <nil>
// 0 []
// "[\\d\\-x]+" "" false
// [] [] []
// "" [""] [""]
// []
// "[\\d\\-x]+" "aaa" false
// [] [] []
// "aaa" ["aaa"] ["aaa"]
// []
// "[\\d\\-x]+" "foo bar foobar" false
// [] [] []
// "foo bar foobar" ["foo bar foobar"] ["foo bar foobar"]
// []
// "[\\d\\-x]+" "2024-05-06 and 1999-12" true
// [0 10] ["2024-05-06" "1999-12"] [[0 10] [15 22]]
// "<2024-05-06> and <1999-12>" ["" " and " ""] ["" " and 1999-12"]
// [0 10]
// \Qa.b\E+ <nil>
// 0 []
// "\\Qa.b\\E+" "" false
// [] [] []
// "" [""] [""]
// []
// "\\Qa.b\\E+" "aaa" false
// [] [] []
// "aaa" ["aaa"] ["aaa"]
// []
// "\\Qa.b\\E+" "foo bar foobar" false
// [] [] []
// "foo bar foobar" ["foo bar foobar"] ["foo bar foobar"]
// []
// "\\Qa.b\\E+" "2024-05-06 and 1999-12" false
// [] [] []
// "2024-05-06 and 1999-12" ["2024-05-06 and 1999-12"] ["2024-05-06 and 1999-12"]
// []
// (?:ab)+ <nil>
// 0 []
// "(?:ab)+" "" false
// [] [] []
// "" [""] [""]
// []
// "(?:ab)+" "aaa" false
// [] [] []
// "aaa" ["aaa"] ["aaa"]
// []
// "(?:ab)+" "foo bar foobar" false
// [] [] []
// "foo bar foobar" ["foo bar foobar"] ["foo bar foobar"]
// []
// "(?:ab)+" "2024-05-06 and 1999-12" false
// [] [] []
// "2024-05-06 and 1999-12" ["2024-05-06 and 1999-12"] ["2024-05-06 and 1999-12"]
// []
// () <nil>
// 1 [ ]
// "()" "" true
// [0 0 0 0] [""] [[0 0 0 0]]
// "<>" [""] [""]
// [0 0]
// "()" "aaa" true
// [0 0 0 0] ["" "" "" ""] [[0 0 0 0] [1 1 1 1] [2 2 2 2]]
// "<>a<>a<>a<>" ["a" "a" "a"] ["a" "aa"]
// [0 0]
// "()" "foo bar foobar" true
// [0 0 0 0] ["" "" "" "" "" "" "" "" "" "" "" "" "" "" ""] [[0 0 0 0] [1 1 1 1] [2 2 2 2]]
// "<>f<>o<>o<> <>b<>a<>r<> <>f<>o<>o<>b<>a<>r<>" ["f" "o" "o" " " "b" "a" "r" " " "f" "o" "o" "b" "a" "r"] ["f" "oo bar foobar"]
// [0 0]
// "()" "2024-05-06 and 1999-12" true
// [0 0 0 0] ["" "" "" "" "" "" "" "" "" "" "" "" "" "" "" "" "" "" "" "" "" "" ""] [[0 0 0 0] [1 1 1 1] [2 2 2 2]]
// "<>2<>0<>2<>4<>-<>0<>5<>-<>0<>6<> <>a<>n<>d<> <>1<>9<>9<>9<>-<>1<>2<>" ["2" "0" "2" "4" "-" "0" "5" "-" "0" "6" " " "a" "n" "d" " " "1" "9" "9" "9" "-" "1" "2"] ["2" "024-05-06 and 1999-12"]
// [0 0]
// a||b <nil>
// 0 []
// "a||b" "" true
// [0 0] [""] [[0 0]]
// "<>" [""] [""]
// [0 0]
// "a||b" "aaa" true
// [0 1] ["a" "a" "a"] [[0 1] [1 2] [2 3]]
// "<a><a><a>" ["" "" "" ""] ["" "aa"]
// [0 1]
// "a||b" "foo bar foobar" true
// [0 0] ["" "" "" "" "" "a" "" "" "" "" "" "a" ""] [[0 0] [1 1] [2 2]]
// "<>f<>o<>o<> <>b<a>r<> <>f<>o<>o<>b<a>r<>" ["f" "o" "o" " " "b" "r" " " "f" "o" "o" "b" "r"] ["f" "oo bar foobar"]
// [0 0]
// "a||b" "2024-05-06 and 1999-12" true
// [0 0] ["" "" "" "" "" "" "" "" "" "" "" "a" "" "" "" "" "" "" "" "" "" ""] [[0 0] [1 1] [2 2]]
// "<>2<>0<>2<>4<>-<>0<>5<>-<>0<>6<> <a>n<>d<> <>1<>9<>9<>9<>-<>1<>2<>" ["2" "0" "2" "4" "-" "0" "5" "-" "0" "6" " " "n" "d" " " "1" "9" "9" "9" "-" "1" "2"] ["2" "024-05-06 and 1999-12"]
// [0 0]
// [^\n]* <nil>
// 0 []
// "[^\\n]*" "" true
// [0 0] [""] [[0 0]]
// "<>" [""] [""]
// [0 0]
// "[^\\n]*" "aaa" true
// [0 3] ["aaa"] [[0 3]]
// "<aaa>" ["" ""] ["" ""]
// [0 3]
// "[^\\n]*" "foo bar foobar" true
// [0 14] ["foo bar foobar"] [[0 14]]
// "<foo bar foobar>" ["" ""] ["" ""]
// [0 14]
// "[^\\n]*" "2024-05-06 and 1999-12" true
// [0 22] ["2024-05-06 and 1999-12"] [[0 22]]
// "<2024-05-06 and 1999-12>" ["" ""] ["" ""]
// [0 22]
// \x41\x{263a} <nil>
// 0 []
// "\\x41\\x{263a}" "" false
// [] [] []
// "" [""] [""]
// []
// "\\x41\\x{263a}" "aaa" false
// [] [] []
// "aaa" ["aaa"] ["aaa"]
// []
// "\\x41\\x{263a}" "foo bar foobar" false
// [] [] []
// "foo bar foobar" ["foo bar foobar"] ["foo bar foobar"]
// []
// "\\x41\\x{263a}" "2024-05-06 and 1999-12" false
// [] [] []
// "2024-05-06 and 1999-12" ["2024-05-06 and 1999-12"] ["2024-05-06 and 1999-12"]
// []
// (?U)a+ <nil>
// 0 []
// "(?U)a+" "" false
// [] [] []
// "" [""] [""]
// []
// "(?U)a+" "aaa" true
// [0 1] ["a" "a" "a"] [[0 1] [1 2] [2 3]]
// "<a><a><a>" ["" "" "" ""] ["" "aa"]
// [0 3]
// "(?U)a+" "foo bar foobar" true
// [5 6] ["a" "a"] [[5 6] [12 13]]
// "foo b<a>r foob<a>r" ["foo b" "r foob" "r"] ["foo b" "r foobar"]
// [5 6]
// "(?U)a+" "2024-05-06 and 1999-12" true
// [11 12] ["a"] [[11 12]]
// "2024-05-06 <a>nd 1999-12" ["2024-05-06 " "nd 1999-12"] ["2024-05-06 " "nd 1999-12"]
// [11 12]
// \s+ <nil>
// 0 []
// "\\s+" "" false
// [] [] []
// "" [""] [""]
// []
// "\\s+" "aaa" false
// [] [] []
// "aaa" ["aaa"] ["aaa"]
// []
// "\\s+" "foo bar foobar" true
// [3 4] [" " " "] [[3 4] [7 8]]
// "foo< >bar< >foobar" ["foo" "bar" "foobar"] ["foo" "bar foobar"]
// [3 4]
// "\\s+" "2024-05-06 and 1999-12" true
// [10 11] [" " " "] [[10 11] [14 15]]
// "2024-05-06< >and< >1999-12" ["2024-05-06" "and" "1999-12"] ["2024-05-06" "and 1999-12"]
// [10 11]
// ^ <nil>
// 0 []
// "^" "" true
// [0 0] [""] [[0 0]]
// "<>" [""] [""]
// [0 0]
// "^" "aaa" true
// [0 0] [""] [[0 0]]
// "<>aaa" ["aaa"] ["aaa"]
// [0 0]
// "^" "foo bar foobar" true
// [0 0] [""] [[0 0]]
// "<>foo bar foobar" ["foo bar foobar"] ["foo bar foobar"]
// [0 0]
// "^" "2024-05-06 and 1999-12" true
// [0 0] [""] [[0 0]]
// "<>2024-05-06 and 1999-12" ["2024-05-06 and 1999-12"] ["2024-05-06 and 1999-12"]
// [0 0]
// $ <nil>
// 0 []
// "$" "" true
// [0 0] [""] [[0 0]]
// "<>" [""] [""]
// [0 0]
// "$" "aaa" true
// [3 3] [""] [[3 3]]
// "aaa<>" ["aaa"] ["aaa"]
// [3 3]
// "$" "foo bar foobar" true
// [14 14] [""] [[14 14]]
// "foo bar foobar<>" ["foo bar foobar"] ["foo bar foobar"]
// [14 14]
// "$" "2024-05-06 and 1999-12" true
// [22 22] [""] [[22 22]]
// "2024-05-06 and 1999-12<>" ["2024-05-06 and 1999-12"] ["2024-05-06 and 1999-12"]
// [22 22]
// \B <nil>
// 0 []
// "\\B" "" true
// [0 0] [""] [[0 0]]
// "<>" [""] [""]
// [0 0]
// "\\B" "aaa" true
// [1 1] ["" ""] [[1 1] [2 2]]
// "a<>a<>a" ["a" "a" "a"] ["a" "aa"]
// [1 1]
// "\\B" "foo bar foobar" true
// [1 1] ["" "" "" "" "" "" "" "" ""] [[1 1] [2 2] [5 5]]
// "f<>o<>o b<>a<>r f<>o<>o<>b<>a<>r" ["f" "o" "o b" "a" "r f" "o" "o" "b" "a" "r"] ["f" "oo bar foobar"]
// [1 1]
// "\\B" "2024-05-06 and 1999-12" true
// [1 1] ["" "" "" "" "" "" "" "" "" "" ""] [[1 1] [2 2] [3 3]]
// "2<>0<>2<>4-0<>5-0<>6 a<>n<>d 1<>9<>9<>9-1<>2" ["2" "0" "2" "4-0" "5-0" "6 a" "n" "d 1" "9" "9" "9-1" "2"] ["2" "024-05-06 and 1999-12"]
// [1 1]
// [a\]] <nil>
// 0 []
// "[a\\]]" "" false
// [] [] []
// "" [""] [""]
// []
// "[a\\]]" "aaa" true
// [0 1] ["a" "a" "a"] [[0 1] [1 2] [2 3]]
// "<a><a><a>" ["" "" "" ""] ["" "aa"]
// [0 1]
// "[a\\]]" "foo bar foobar" true
// [5 6] ["a" "a"] [[5 6] [12 13]]
// "foo b<a>r foob<a>r" ["foo b" "r foob" "r"] ["foo b" "r foobar"]
// [5 6]
// "[a\\]]" "2024-05-06 and 1999-12" true
// [11 12] ["a"] [[11 12]]
// "2024-05-06 <a>nd 1999-12" ["2024-05-06 " "nd 1999-12"] ["2024-05-06 " "nd 1999-12"]
// [11 12]
// (foo|foobar)(bar)? <nil>
// 2 [  ]
// "(foo|foobar)(bar)?" "" false
// [] [] []
// "" [""] [""]
// []
// "(foo|foobar)(bar)?" "aaa" false
// [] [] []
// "aaa" ["aaa"] ["aaa"]
// []
// "(foo|foobar)(bar)?" "foo bar foobar" true
// [0 3 0 3 -1 -1] ["foo" "foobar"] [[0 3 0 3 -1 -1] [8 14 8 11 11 14]]
// "<foofoo> bar <foobarfoo>" ["" " bar " ""] ["" " bar foobar"]
// [0 3]
// "(foo|foobar)(bar)?" "2024-05-06 and 1999-12" false
// [] [] []
// "2024-05-06 and 1999-12" ["2024-05-06 and 1999-12"] ["2024-05-06 and 1999-12"]
// []
// ((a)|b)+ <nil>
// 2 [  ]
// "((a)|b)+" "" false
// [] [] []
// "" [""] [""]
// []
// "((a)|b)+" "aaa" true
// [0 3 2 3 2 3] ["aaa"] [[0 3 2 3 2 3]]
// "<aaaa>" ["" ""] ["" ""]
// [0 3]
// "((a)|b)+" "foo bar foobar" true
// [4 6 5 6 5 6] ["ba" "ba"] [[4 6 5 6 5 6] [11 13 12 13 12 13]]
// "foo <baa>r foo<baa>r" ["foo " "r foo" "r"] ["foo " "r foobar"]
// [4 6]
// "((a)|b)+" "2024-05-06 and 1999-12" true
// [11 12 11 12 11 12] ["a"] [[11 12 11 12 11 12]]
// "2024-05-06 <aa>nd 1999-12" ["2024-05-06 " "nd 1999-12"] ["2024-05-06 " "nd 1999-12"]
// [11 12]
// (?i)k <nil>
// 0 []
// "(?i)k" "" false
// [] [] []
// "" [""] [""]
// []
// "(?i)k" "aaa" false
// [] [] []
// "aaa" ["aaa"] ["aaa"]
// []
// "(?i)k" "foo bar foobar" false
// [] [] []
// "foo bar foobar" ["foo bar foobar"] ["foo bar foobar"]
// []
// "(?i)k" "2024-05-06 and 1999-12" false
// [] [] []
// "2024-05-06 and 1999-12" ["2024-05-06 and 1999-12"] ["2024-05-06 and 1999-12"]
// []
// \. <nil>
// 0 []
// "\\." "" false
// [] [] []
// "" [""] [""]
// []
// "\\." "aaa" false
// [] [] []
// "aaa" ["aaa"] ["aaa"]
// []
// "\\." "foo bar foobar" false
// [] [] []
// "foo bar foobar" ["foo bar foobar"] ["foo bar foobar"]
// []
// "\\." "2024-05-06 and 1999-12" false
// [] [] []
// "2024-05-06 and 1999-12" ["2024-05-06 and 1999-12"] ["2024-05-06 and 1999-12"]
// []
// [-a] <nil>
// 0 []
// "[-a]" "" false
// [] [] []
// "" [""] [""]
// []
// "[-a]" "aaa" true
// [0 1] ["a" "a" "a"] [[0 1] [1 2] [2 3]]
// "<a><a><a>" ["" "" "" ""] ["" "aa"]
// [0 1]
// "[-a]" "foo bar foobar" true
// [5 6] ["a" "a"] [[5 6] [12 13]]
// "foo b<a>r foob<a>r" ["foo b" "r foob" "r"] ["foo b" "r foobar"]
// [5 6]
// "[-a]" "2024-05-06 and 1999-12" true
// [4 5] ["-" "-" "a" "-"] [[4 5] [7 8] [11 12]]
// "2024<->05<->06 <a>nd 1999<->12" ["2024" "05" "06 " "nd 1999" "12"] ["2024" "05-06 and 1999-12"]
// [4 5]
// [a-] <nil>
// 0 []
// "[a-]" "" false
// [] [] []
// "" [""] [""]
// []
// "[a-]" "aaa" true
// [0 1] ["a" "a" "a"] [[0 1] [1 2] [2 3]]
// "<a><a><a>" ["" "" "" ""] ["" "aa"]
// [0 1]
// "[a-]" "foo bar foobar" true
// [5 6] ["a" "a"] [[5 6] [12 13]]
// "foo b<a>r foob<a>r" ["foo b" "r foob" "r"] ["foo b" "r foobar"]
// [5 6]
// "[a-]" "2024-05-06 and 1999-12" true
// [4 5] ["-" "-" "a" "-"] [[4 5] [7 8] [11 12]]
// "2024<->05<->06 <a>nd 1999<->12" ["2024" "05" "06 " "nd 1999" "12"] ["2024" "05-06 and 1999-12"]
// [4 5]
// é+ <nil>
// 0 []
// "é+" "" false
// [] [] []
// "" [""] [""]
// []
// "é+" "aaa" false
// [] [] []
// "aaa" ["aaa"] ["aaa"]
// []
// "é+" "foo bar foobar" false
// [] [] []
// "foo bar foobar" ["foo bar foobar"] ["foo bar foobar"]
// []
// "é+" "2024-05-06 and 1999-12" false
// [] [] []
// "2024-05-06 and 1999-12" ["2024-05-06 and 1999-12"] ["2024-05-06 and 1999-12"]
// []
// ( error parsing regexp: missing closing ): `(`
// ) error parsing regexp: unexpected ): `)`
// * error parsing regexp: missing argument to repetition operator: `*`
// a** error parsing regexp: invalid nested repetition operator: `**`
// [ error parsing regexp: missing closing ]: `[`
// [z-a] error parsing regexp: invalid character class range: `z-a`
// \q error parsing regexp: invalid escape sequence: `\q`
// a{1001} error parsing regexp: invalid repeat count: `{1001}`
// (?P<n error parsing regexp: invalid named capture: `(?P<n`
// (?P<1a>x) <nil>
// 1 [ 1a]
// "(?P<1a>x)" "" false
// [] [] []
// "" [""] [""]
// []
// "(?P<1a>x)" "aaa" false
// [] [] []
// "aaa" ["aaa"] ["aaa"]
// []
// "(?P<1a>x)" "foo bar foobar" false
// [] [] []
// "foo bar foobar" ["foo bar foobar"] ["foo bar foobar"]
// []
// "(?P<1a>x)" "2024-05-06 and 1999-12" false
// [] [] []
// "2024-05-06 and 1999-12" ["2024-05-06 and 1999-12"] ["2024-05-06 and 1999-12"]
// []
// a{2,1} error parsing regexp: invalid repeat count: `{2,1}`
// (?z) error parsing regexp: invalid or unsupported Perl syntax: `(?z`
// \ error parsing regexp: trailing backslash at end of expression: ``
// [[:foo:]] error parsing regexp: invalid character class range: `[:foo:]`
// \pX error parsing regexp: invalid character class range: `\pX`
// (a{10}){101} error parsing regexp: invalid repeat count: `{101}`
// [a error parsing regexp: missing closing ]: `[a`
// (?i error parsing regexp: invalid or unsupported Perl syntax: `(?i`
// x{ <nil>
// 0 []
// "x{" "" false
// [] [] []
// "" [""] [""]
// []
// "x{" "aaa" false
// [] [] []
// "aaa" ["aaa"] ["aaa"]
// []
// "x{" "foo bar foobar" false
// [] [] []
// "foo bar foobar" ["foo bar foobar"] ["foo bar foobar"]
// []
// "x{" "2024-05-06 and 1999-12" false
// [] [] []
// "2024-05-06 and 1999-12" ["2024-05-06 and 1999-12"] ["2024-05-06 and 1999-12"]
// []
// {1} error parsing regexp: missing argument to repetition operator: `{1}`
// a{,2} <nil>
// 0 []
// "a{,2}" "" false
// [] [] []
// "" [""] [""]
// []
// "a{,2}" "aaa" false
// [] [] []
// "aaa" ["aaa"] ["aaa"]
// []
// "a{,2}" "foo bar foobar" false
// [] [] []
// "foo bar foobar" ["foo bar foobar"] ["foo bar foobar"]
// []
// "a{,2}" "2024-05-06 and 1999-12" false
// [] [] []
// "2024-05-06 and 1999-12" ["2024-05-06 and 1999-12"] ["2024-05-06 and 1999-12"]
// []
// \8 error parsing regexp: invalid escape sequence: `\8`
// (?P<a>x)(?P<a>y) <nil>
// 2 [ a a]
// "(?P<a>x)(?P<a>y)" "" false
// [] [] []
// "" [""] [""]
// []
// "(?P<a>x)(?P<a>y)" "aaa" false
// [] [] []
// "aaa" ["aaa"] ["aaa"]
// []
// "(?P<a>x)(?P<a>y)" "foo bar foobar" false
// [] [] []
// "foo bar foobar" ["foo bar foobar"] ["foo bar foobar"]
// []
// "(?P<a>x)(?P<a>y)" "2024-05-06 and 1999-12" false
// [] [] []
// "2024-05-06 and 1999-12" ["2024-05-06 and 1999-12"] ["2024-05-06 and 1999-12"]
// []
// [a-\d] error parsing regexp: invalid escape sequence: `\d`
// + error parsing regexp: missing argument to repetition operator: `+`
// a|* error parsing regexp: missing argument to repetition operator: `*`
// (?i)(?-i)A <nil>
// 0 []
// "(?i)(?-i)A" "" false
// [] [] []
// "" [""] [""]
// []
// "(?i)(?-i)A" "aaa" false
// [] [] []
// "aaa" ["aaa"] ["aaa"]
// []
// "(?i)(?-i)A" "foo bar foobar" false
// [] [] []
// "foo bar foobar" ["foo bar foobar"] ["foo bar foobar"]
// []
// "(?i)(?-i)A" "2024-05-06 and 1999-12" false
// [] [] []
// "2024-05-06 and 1999-12" ["2024-05-06 and 1999-12"] ["2024-05-06 and 1999-12"]
// []
// a+?b*? <nil>
// 0 []
// "a+?b*?" "" false
// [] [] []
// "" [""] [""]
// []
// "a+?b*?" "aaa" true
// [0 1] ["a" "a" "a"] [[0 1] [1 2] [2 3]]
// "<a><a><a>" ["" "" "" ""] ["" "aa"]
// [0 3]
// "a+?b*?" "foo bar foobar" true
// [5 6] ["a" "a"] [[5 6] [12 13]]
// "foo b<a>r foob<a>r" ["foo b" "r foob" "r"] ["foo b" "r foobar"]
// [5 6]
// "a+?b*?" "2024-05-06 and 1999-12" true
// [11 12] ["a"] [[11 12]]
// "2024-05-06 <a>nd 1999-12" ["2024-05-06 " "nd 1999-12"] ["2024-05-06 " "nd 1999-12"]
// [11 12]
// \C error parsing regexp: invalid escape sequence: `\C`
// Smith, John $  Johnx 2
// [ab cd] [ef gh] (?P<first>\w+) (?P<last>\w+) a\.b\*c\[d\]
// [["ab cd" "ab" "cd"] ["ef gh" "ef" "gh"]]
// regexp: Compile(`a(b`): error parsing regexp: missing closing ): `a(b`
