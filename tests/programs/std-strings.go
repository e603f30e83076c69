package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"
)

func main() {
	strs := []string{"", "a", "hello world", "  trim me\t\n", "a,b,,c", "日本語テキスト", "ÀÉîõü ß", "aaaa", "Hello, World", "xyzzy xyz", "ǅ ﬁ ſ K"}
	for _, s := range strs {
		fmt.Printf("%q %q %q %q\n", strings.ToUpper(s), strings.ToLower(s), strings.Title(s), strings.ToTitle(s))
		fmt.Printf("%q %q\n", strings.TrimSpace(s), strings.Fields(s))
		for _, sep := range []string{"", ",", "a", "l", "xy", " ", "本", "\xff"} {
			fmt.Printf("%q %q %q %d %d %d %v\n", strings.Split(s, sep), strings.SplitN(s, sep, 2), strings.SplitAfter(s, sep), strings.Index(s, sep), strings.LastIndex(s, sep), strings.Count(s, sep), strings.Contains(s, sep))
			fmt.Printf("%q %q\n", strings.Replace(s, sep, "<>", 2), strings.ReplaceAll(s, sep, "Z"))
			b, a, ok := strings.Cut(s, sep)
			fmt.Printf("%q %q %v %q %q\n", b, a, ok, strings.TrimPrefix(s, sep), strings.TrimSuffix(s, sep))
			fmt.Printf("%q %q %q %q\n", strings.Trim(s, sep), strings.TrimLeft(s, sep+"h"), strings.TrimRight(s, sep+"d"), strings.SplitAfterN(s, sep, 3))
			fmt.Println(strings.IndexAny(s, sep+"o"), strings.LastIndexAny(s, sep+"o"), strings.ContainsAny(s, sep), bytes.Equal([]byte(s), []byte(sep)), bytes.Index([]byte(s), []byte(sep)))
			fmt.Printf("%q %q\n", bytes.Split([]byte(s), []byte(sep)), bytes.Replace([]byte(s), []byte(sep), []byte("__"), -1))
		}
		fmt.Println(strings.IndexByte(s, 'o'), strings.LastIndexByte(s, 'o'), strings.IndexRune(s, '本'), strings.IndexRune(s, utf8.RuneError), strings.EqualFold(s, strings.ToUpper(s)))
		fmt.Printf("%q\n", strings.Map(func(r rune) rune {
			if r == 'l' {
				return -1
			}
			if unicode.IsLower(r) {
				return unicode.ToUpper(r)
			}
			return r
		}, s))
		fmt.Printf("%q %q\n", strings.FieldsFunc(s, unicode.IsPunct), strings.TrimFunc(s, unicode.IsLetter))
		fmt.Println(utf8.RuneCountInString(s), utf8.ValidString(s), []rune(s), []byte(s))
		fmt.Printf("%q %q\n", strings.ToValidUTF8(s, "?"), strings.Repeat(s, 2))
		r, n := utf8.DecodeLastRuneInString(s)
		fmt.Println(r, n)
		for i, c := range s {
			fmt.Print(i, ":", string(c), " ")
		}
		fmt.Println()
	}
	r := strings.NewReplacer("a", "1", "b", "2", "hello", "HI", "", "-")
	fmt.Println(r.Replace("hello ab"), strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace("a<b>c"), strings.NewReplacer("aa", "X", "a", "Y").Replace("aaa b"))
	fmt.Println(strings.Join([]string{"a", "b", "c"}, "-"), strings.Join(nil, "x"), strings.Join([]string{"q"}, "x"))
	var sb strings.Builder
	sb.WriteString("x")
	sb.WriteByte('y')
	sb.WriteRune('世')
	fmt.Fprintf(&sb, "%d", 7)
	fmt.Println(sb.String(), sb.Len())
	rd := strings.NewReader("some text\nline two")
	b := make([]byte, 4)
	n, err := rd.Read(b)
	fmt.Println(n, err, string(b[:n]))
	rest, _ := io.ReadAll(rd)
	fmt.Printf("%q\n", rest)
	_, err = rd.Read(b)
	fmt.Println(err)
	io.Copy(os.Stdout, strings.NewReader("copied\n"))
	io.Copy(os.Stdout, io.LimitReader(strings.NewReader("limited text\n"), 7))
	fmt.Println()
	io.WriteString(os.Stdout, "ws\n")
	var buf bytes.Buffer
	tee := io.TeeReader(strings.NewReader("tee"), &buf)
	io.ReadAll(tee)
	fmt.Println(buf.String())
	mw := io.MultiWriter(&buf, os.Stdout)
	fmt.Fprintln(mw, "multi")
	mr := io.MultiReader(strings.NewReader("1"), strings.NewReader("2"))
	x, _ := io.ReadAll(mr)
	fmt.Println(string(x), buf.String())
	pr, pw := io.Pipe()
	go func() { fmt.Fprint(pw, "through pipe"); pw.Close() }()
	x, _ = io.ReadAll(pr)
	fmt.Println(string(x))
	line, err := buf.ReadString('\n')
	fmt.Printf("%q %v\n", line, err)
	_, err = buf.ReadString('\n')
	fmt.Println(err, buf.Len())
	for r := rune(0); r < 0x30000; r += 7 {
		if unicode.IsLetter(r) != unicode.In(r, unicode.L) {
			fmt.Println("bad", r)
		}
	}
	h := 0
	for r := rune(0); r < 0x20000; r++ {
		h = h*31 + int(unicode.ToUpper(r)) + int(unicode.ToLower(r))*3 + int(unicode.ToTitle(r))*5 + int(unicode.SimpleFold(r))*7
		if r > 0x250 && r < 0x3000 {
			continue
		}
		if r%0x1000 == 0xfff {
			h = 0
		}
	}
	fmt.Println(unicode.IsUpper('É'), unicode.IsSpace('\u00a0'), unicode.IsDigit('٣'), unicode.Is(unicode.Han, '本'), unicode.IsPunct('!'), unicode.IsSymbol('+'), unicode.IsControl('\n'), unicode.IsPrint('\u00ad'), unicode.IsMark('\u0301'), unicode.IsTitle('ǅ'), unicode.IsNumber('½'))
	for _, r := range []rune{'A', 'k', 'K', 0x212A, 'ß', 'σ', 'ς', 'Σ', 'ı', 'İ', 'ǆ', 0x1F88, 0x10400} {
		fmt.Printf("%c %c %c %c %U\n", r, unicode.ToUpper(r), unicode.ToLower(r), unicode.ToTitle(r), unicode.SimpleFold(r))
	}
}

// Output:
// "" "" "" ""
// "" []
// [] [] [] 0 0 1 true
// "<>" "Z"
// "" "" true "" ""
// "" "" "" []
// -1 -1 false true 0
// [] "__"
// [""] [""] [""] -1 -1 0 false
// "" ""
// "" "" false "" ""
// "" "" "" [""]
// -1 -1 false false -1
// [""] ""
// [""] [""] [""] -1 -1 0 false
// "" ""
// "" "" false "" ""
// "" "" "" [""]
// -1 -1 false false -1
// [""] ""
// [""] [""] [""] -1 -1 0 false
// "" ""
// "" "" false "" ""
// "" "" "" [""]
// -1 -1 false false -1
// [""] ""
// [""] [""] [""] -1 -1 0 false
// "" ""
// "" "" false "" ""
// "" "" "" [""]
// -1 -1 false false -1
// [""] ""
// [""] [""] [""] -1 -1 0 false
// "" ""
// "" "" false "" ""
// "" "" "" [""]
// -1 -1 false false -1
// [""] ""
// [""] [""] [""] -1 -1 0 false
// "" ""
// "" "" false "" ""
// "" "" "" [""]
// -1 -1 false false -1
// [""] ""
// [""] [""] [""] -1 -1 0 false
// "" ""
// "" "" false "" ""
// "" "" "" [""]
// -1 -1 false false -1
// [""] ""
// -1 -1 -1 -1 true
// ""
// [] ""
// 0 true [] []
// "" ""
// 65533 0
//
// "A" "a" "A" "A"
// "a" ["a"]
// ["a"] ["a"] ["a"] 0 1 2 true
// "<>a<>" "ZaZ"
// "" "a" true "a" "a"
// "a" "a" "a" ["a"]
// -1 -1 false false 0
// ["a"] "__a__"
// ["a"] ["a"] ["a"] -1 -1 0 false
// "a" "a"
// "a" "" false "a" "a"
// "a" "a" "a" ["a"]
// -1 -1 false false -1
// ["a"] "a"
// ["" ""] ["" ""] ["a" ""] 0 0 1 true
// "<>" "Z"
// "" "" true "" ""
// "" "" "" ["a" ""]
// 0 0 true true 0
// ["" ""] "__"
// ["a"] ["a"] ["a"] -1 -1 0 false
// "a" "a"
// "a" "" false "a" "a"
// "a" "a" "a" ["a"]
// -1 -1 false false -1
// ["a"] "a"
// ["a"] ["a"] ["a"] -1 -1 0 false
// "a" "a"
// "a" "" false "a" "a"
// "a" "a" "a" ["a"]
// -1 -1 false false -1
// ["a"] "a"
// ["a"] ["a"] ["a"] -1 -1 0 false
// "a" "a"
// "a" "" false "a" "a"
// "a" "a" "a" ["a"]
// -1 -1 false false -1
// ["a"] "a"
// ["a"] ["a"] ["a"] -1 -1 0 false
// "a" "a"
// "a" "" false "a" "a"
// "a" "a" "a" ["a"]
// -1 -1 false false -1
// ["a"] "a"
// ["a"] ["a"] ["a"] -1 -1 0 false
// "a" "a"
// "a" "" false "a" "a"
// "a" "a" "a" ["a"]
// -1 -1 false false -1
// ["a"] "a"
// -1 -1 -1 -1 true
// "A"
// ["a"] ""
// 1 true [97] [97]
// "a" "aa"
// 97 1
// 0:a
// "HELLO WORLD" "hello world" "Hello World" "HELLO WORLD"
// "hello world" ["hello" "world"]
// ["h" "e" "l" "l" "o" " " "w" "o" "r" "l" "d"] ["h" "ello world"] ["h" "e" "l" "l" "o" " " "w" "o" "r" "l" "d"] 0 11 12 true
// "<>h<>ello world" "ZhZeZlZlZoZ ZwZoZrZlZdZ"
// "" "hello world" true "hello world" "hello world"
// "hello world" "ello world" "hello worl" ["h" "e" "llo world"]
// 4 7 false false 0
// ["h" "e" "l" "l" "o" " " "w" "o" "r" "l" "d"] "__h__e__l__l__o__ __w__o__r__l__d__"
// ["hello world"] ["hello world"] ["hello world"] -1 -1 0 false
// "hello world" "hello world"
// "hello world" "" false "hello world" "hello world"
// "hello world" "ello world" "hello worl" ["hello world"]
// 4 7 false false -1
// ["hello world"] "hello world"
// ["hello world"] ["hello world"] ["hello world"] -1 -1 0 false
// "hello world" "hello world"
// "hello world" "" false "hello world" "hello world"
// "hello world" "ello world" "hello worl" ["hello world"]
// 4 7 false false -1
// ["hello world"] "hello world"
// ["he" "" "o wor" "d"] ["he" "lo world"] ["hel" "l" "o worl" "d"] 2 9 3 true
// "he<><>o world" "heZZo worZd"
// "he" "lo world" true "hello world" "hello world"
// "hello world" "ello world" "hello wor" ["hel" "l" "o world"]
// 2 9 true false 2
// ["he" "" "o wor" "d"] "he____o wor__d"
// ["hello world"] ["hello world"] ["hello world"] -1 -1 0 false
// "hello world" "hello world"
// "hello world" "" false "hello world" "hello world"
// "hello world" "ello world" "hello worl" ["hello world"]
// 4 7 false false -1
// ["hello world"] "hello world"
// ["hello" "world"] ["hello" "world"] ["hello " "world"] 5 5 1 true
// "hello<>world" "helloZworld"
// "hello" "world" true "hello world" "hello world"
// "hello world" "ello world" "hello worl" ["hello " "world"]
// 4 7 true false 5
// ["hello" "world"] "hello__world"
// ["hello world"] ["hello world"] ["hello world"] -1 -1 0 false
// "hello world" "hello world"
// "hello world" "" false "hello world" "hello world"
// "hello world" "ello world" "hello worl" ["hello world"]
// 4 7 false false -1
// ["hello world"] "hello world"
// ["hello world"] ["hello world"] ["hello world"] -1 -1 0 false
// "hello world" "hello world"
// "hello world" "" false "hello world" "hello world"
// "hello world" "ello world" "hello worl" ["hello world"]
// 4 7 false false -1
// ["hello world"] "hello world"
// 4 7 -1 -1 true
// "HEO WORD"
// ["hello world"] " "
// 11 true [104 101 108 108 111 32 119 111 114 108 100] [104 101 108 108 111 32 119 111 114 108 100]
// "hello world" "hello worldhello world"
// 100 1
// 0:h 1:e 2:l 3:l 4:o 5:  6:w 7:o 8:r 9:l 10:d
// "  TRIM ME\t\n" "  trim me\t\n" "  Trim Me\t\n" "  TRIM ME\t\n"
// "trim me" ["trim" "me"]
// [" " " " "t" "r" "i" "m" " " "m" "e" "\t" "\n"] [" " " trim me\t\n"] [" " " " "t" "r" "i" "m" " " "m" "e" "\t" "\n"] 0 11 12 true
// "<> <> trim me\t\n" "Z Z ZtZrZiZmZ ZmZeZ\tZ\nZ"
// "" "  trim me\t\n" true "  trim me\t\n" "  trim me\t\n"
// "  trim me\t\n" "  trim me\t\n" "  trim me\t\n" [" " " " "trim me\t\n"]
// -1 -1 false false 0
// [" " " " "t" "r" "i" "m" " " "m" "e" "\t" "\n"] "__ __ __t__r__i__m__ __m__e__\t__\n__"
// ["  trim me\t\n"] ["  trim me\t\n"] ["  trim me\t\n"] -1 -1 0 false
// "  trim me\t\n" "  trim me\t\n"
// "  trim me\t\n" "" false "  trim me\t\n" "  trim me\t\n"
// "  trim me\t\n" "  trim me\t\n" "  trim me\t\n" ["  trim me\t\n"]
// -1 -1 false false -1
// ["  trim me\t\n"] "  trim me\t\n"
// ["  trim me\t\n"] ["  trim me\t\n"] ["  trim me\t\n"] -1 -1 0 false
// "  trim me\t\n" "  trim me\t\n"
// "  trim me\t\n" "" false "  trim me\t\n" "  trim me\t\n"
// "  trim me\t\n" "  trim me\t\n" "  trim me\t\n" ["  trim me\t\n"]
// -1 -1 false false -1
// ["  trim me\t\n"] "  trim me\t\n"
// ["  trim me\t\n"] ["  trim me\t\n"] ["  trim me\t\n"] -1 -1 0 false
// "  trim me\t\n" "  trim me\t\n"
// "  trim me\t\n" "" false "  trim me\t\n" "  trim me\t\n"
// "  trim me\t\n" "  trim me\t\n" "  trim me\t\n" ["  trim me\t\n"]
// -1 -1 false false -1
// ["  trim me\t\n"] "  trim me\t\n"
// ["  trim me\t\n"] ["  trim me\t\n"] ["  trim me\t\n"] -1 -1 0 false
// "  trim me\t\n" "  trim me\t\n"
// "  trim me\t\n" "" false "  trim me\t\n" "  trim me\t\n"
// "  trim me\t\n" "  trim me\t\n" "  trim me\t\n" ["  trim me\t\n"]
// -1 -1 false false -1
// ["  trim me\t\n"] "  trim me\t\n"
// ["" "" "trim" "me\t\n"] ["" " trim me\t\n"] [" " " " "trim " "me\t\n"] 0 6 3 true
// "<><>trim me\t\n" "ZZtrimZme\t\n"
// "" " trim me\t\n" true " trim me\t\n" "  trim me\t\n"
// "trim me\t\n" "trim me\t\n" "  trim me\t\n" [" " " " "trim me\t\n"]
// 0 6 true false 0
// ["" "" "trim" "me\t\n"] "____trim__me\t\n"
// ["  trim me\t\n"] ["  trim me\t\n"] ["  trim me\t\n"] -1 -1 0 false
// "  trim me\t\n" "  trim me\t\n"
// "  trim me\t\n" "" false "  trim me\t\n" "  trim me\t\n"
// "  trim me\t\n" "  trim me\t\n" "  trim me\t\n" ["  trim me\t\n"]
// -1 -1 false false -1
// ["  trim me\t\n"] "  trim me\t\n"
// ["  trim me\t\n"] ["  trim me\t\n"] ["  trim me\t\n"] -1 -1 0 false
// "  trim me\t\n" "  trim me\t\n"
// "  trim me\t\n" "" false "  trim me\t\n" "  trim me\t\n"
// "  trim me\t\n" "  trim me\t\n" "  trim me\t\n" ["  trim me\t\n"]
// -1 -1 false false -1
// ["  trim me\t\n"] "  trim me\t\n"
// -1 -1 -1 -1 true
// "  TRIM ME\t\n"
// ["  trim me\t\n"] "  trim me\t\n"
// 11 true [32 32 116 114 105 109 32 109 101 9 10] [32 32 116 114 105 109 32 109 101 9 10]
// "  trim me\t\n" "  trim me\t\n  trim me\t\n"
// 10 1
// 0:  1:  2:t 3:r 4:i 5:m 6:  7:m 8:e 9:	 10:
//
// "A,B,,C" "a,b,,c" "A,B,,C" "A,B,,C"
// "a,b,,c" ["a,b,,c"]
// ["a" "," "b" "," "," "c"] ["a" ",b,,c"] ["a" "," "b" "," "," "c"] 0 6 7 true
// "<>a<>,b,,c" "ZaZ,ZbZ,Z,ZcZ"
// "" "a,b,,c" true "a,b,,c" "a,b,,c"
// "a,b,,c" "a,b,,c" "a,b,,c" ["a" "," "b,,c"]
// -1 -1 false false 0
// ["a" "," "b" "," "," "c"] "__a__,__b__,__,__c__"
// ["a" "b" "" "c"] ["a" "b,,c"] ["a," "b," "," "c"] 1 4 3 true
// "a<>b<>,c" "aZbZZc"
// "a" "b,,c" true "a,b,,c" "a,b,,c"
// "a,b,,c" "a,b,,c" "a,b,,c" ["a," "b," ",c"]
// 1 4 true false 1
// ["a" "b" "" "c"] "a__b____c"
// ["" ",b,,c"] ["" ",b,,c"] ["a" ",b,,c"] 0 0 1 true
// "<>,b,,c" "Z,b,,c"
// "" ",b,,c" true ",b,,c" "a,b,,c"
// ",b,,c" ",b,,c" "a,b,,c" ["a" ",b,,c"]
// 0 0 true false 0
// ["" ",b,,c"] "__,b,,c"
// ["a,b,,c"] ["a,b,,c"] ["a,b,,c"] -1 -1 0 false
// "a,b,,c" "a,b,,c"
// "a,b,,c" "" false "a,b,,c" "a,b,,c"
// "a,b,,c" "a,b,,c" "a,b,,c" ["a,b,,c"]
// -1 -1 false false -1
// ["a,b,,c"] "a,b,,c"
// ["a,b,,c"] ["a,b,,c"] ["a,b,,c"] -1 -1 0 false
// "a,b,,c" "a,b,,c"
// "a,b,,c" "" false "a,b,,c" "a,b,,c"
// "a,b,,c" "a,b,,c" "a,b,,c" ["a,b,,c"]
// -1 -1 false false -1
// ["a,b,,c"] "a,b,,c"
// ["a,b,,c"] ["a,b,,c"] ["a,b,,c"] -1 -1 0 false
// "a,b,,c" "a,b,,c"
// "a,b,,c" "" false "a,b,,c" "a,b,,c"
// "a,b,,c" "a,b,,c" "a,b,,c" ["a,b,,c"]
// -1 -1 false false -1
// ["a,b,,c"] "a,b,,c"
// ["a,b,,c"] ["a,b,,c"] ["a,b,,c"] -1 -1 0 false
// "a,b,,c" "a,b,,c"
// "a,b,,c" "" false "a,b,,c" "a,b,,c"
// "a,b,,c" "a,b,,c" "a,b,,c" ["a,b,,c"]
// -1 -1 false false -1
// ["a,b,,c"] "a,b,,c"
// ["a,b,,c"] ["a,b,,c"] ["a,b,,c"] -1 -1 0 false
// "a,b,,c" "a,b,,c"
// "a,b,,c" "" false "a,b,,c" "a,b,,c"
// "a,b,,c" "a,b,,c" "a,b,,c" ["a,b,,c"]
// -1 -1 false false -1
// ["a,b,,c"] "a,b,,c"
// -1 -1 -1 -1 true
// "A,B,,C"
// ["a" "b" "c"] ",b,,"
// 6 true [97 44 98 44 44 99] [97 44 98 44 44 99]
// "a,b,,c" "a,b,,ca,b,,c"
// 99 1
// 0:a 1:, 2:b 3:, 4:, 5:c
// "日本語テキスト" "日本語テキスト" "日本語テキスト" "日本語テキスト"
// "日本語テキスト" ["日本語テキスト"]
// ["日" "本" "語" "テ" "キ" "ス" "ト"] ["日" "本語テキスト"] ["日" "本" "語" "テ" "キ" "ス" "ト"] 0 21 8 true
// "<>日<>本語テキスト" "Z日Z本Z語ZテZキZスZトZ"
// "" "日本語テキスト" true "日本語テキスト" "日本語テキスト"
// "日本語テキスト" "日本語テキスト" "日本語テキスト" ["日" "本" "語テキスト"]
// -1 -1 false false 0
// ["日" "本" "語" "テ" "キ" "ス" "ト"] "__日__本__語__テ__キ__ス__ト__"
// ["日本語テキスト"] ["日本語テキスト"] ["日本語テキスト"] -1 -1 0 false
// "日本語テキスト" "日本語テキスト"
// "日本語テキスト" "" false "日本語テキスト" "日本語テキスト"
// "日本語テキスト" "日本語テキスト" "日本語テキスト" ["日本語テキスト"]
// -1 -1 false false -1
// ["日本語テキスト"] "日本語テキスト"
// ["日本語テキスト"] ["日本語テキスト"] ["日本語テキスト"] -1 -1 0 false
// "日本語テキスト" "日本語テキスト"
// "日本語テキスト" "" false "日本語テキスト" "日本語テキスト"
// "日本語テキスト" "日本語テキスト" "日本語テキスト" ["日本語テキスト"]
// -1 -1 false false -1
// ["日本語テキスト"] "日本語テキスト"
// ["日本語テキスト"] ["日本語テキスト"] ["日本語テキスト"] -1 -1 0 false
// "日本語テキスト" "日本語テキスト"
// "日本語テキスト" "" false "日本語テキスト" "日本語テキスト"
// "日本語テキスト" "日本語テキスト" "日本語テキスト" ["日本語テキスト"]
// -1 -1 false false -1
// ["日本語テキスト"] "日本語テキスト"
// ["日本語テキスト"] ["日本語テキスト"] ["日本語テキスト"] -1 -1 0 false
// "日本語テキスト" "日本語テキスト"
// "日本語テキスト" "" false "日本語テキスト" "日本語テキスト"
// "日本語テキスト" "日本語テキスト" "日本語テキスト" ["日本語テキスト"]
// -1 -1 false false -1
// ["日本語テキスト"] "日本語テキスト"
// ["日本語テキスト"] ["日本語テキスト"] ["日本語テキスト"] -1 -1 0 false
// "日本語テキスト" "日本語テキスト"
// "日本語テキスト" "" false "日本語テキスト" "日本語テキスト"
// "日本語テキスト" "日本語テキスト" "日本語テキスト" ["日本語テキスト"]
// -1 -1 false false -1
// ["日本語テキスト"] "日本語テキスト"
// ["日" "語テキスト"] ["日" "語テキスト"] ["日本" "語テキスト"] 3 3 1 true
// "日<>語テキスト" "日Z語テキスト"
// "日" "語テキスト" true "日本語テキスト" "日本語テキスト"
// "日本語テキスト" "日本語テキスト" "日本語テキスト" ["日本" "語テキスト"]
// 3 3 true false 3
// ["日" "語テキスト"] "日__語テキスト"
// ["日本語テキスト"] ["日本語テキスト"] ["日本語テキスト"] -1 -1 0 false
// "日本語テキスト" "日本語テキスト"
// "日本語テキスト" "" false "日本語テキスト" "日本語テキスト"
// "日本語テキスト" "日本語テキスト" "日本語テキスト" ["日本語テキスト"]
// -1 -1 false false -1
// ["日本語テキスト"] "日本語テキスト"
// -1 -1 3 -1 true
// "日本語テキスト"
// ["日本語テキスト"] ""
// 7 true [26085 26412 35486 12486 12461 12473 12488] [230 151 165 230 156 172 232 170 158 227 131 134 227 130 173 227 130 185 227 131 136]
// "日本語テキスト" "日本語テキスト日本語テキスト"
// 12488 3
// 0:日 3:本 6:語 9:テ 12:キ 15:ス 18:ト
// "ÀÉÎÕÜ ß" "àéîõü ß" "ÀÉîõü ß" "ÀÉÎÕÜ ß"
// "ÀÉîõü ß" ["ÀÉîõü" "ß"]
// ["À" "É" "î" "õ" "ü" " " "ß"] ["À" "Éîõü ß"] ["À" "É" "î" "õ" "ü" " " "ß"] 0 13 8 true
// "<>À<>Éîõü ß" "ZÀZÉZîZõZüZ ZßZ"
// "" "ÀÉîõü ß" true "ÀÉîõü ß" "ÀÉîõü ß"
// "ÀÉîõü ß" "ÀÉîõü ß" "ÀÉîõü ß" ["À" "É" "îõü ß"]
// -1 -1 false false 0
// ["À" "É" "î" "õ" "ü" " " "ß"] "__À__É__î__õ__ü__ __ß__"
// ["ÀÉîõü ß"] ["ÀÉîõü ß"] ["ÀÉîõü ß"] -1 -1 0 false
// "ÀÉîõü ß" "ÀÉîõü ß"
// "ÀÉîõü ß" "" false "ÀÉîõü ß" "ÀÉîõü ß"
// "ÀÉîõü ß" "ÀÉîõü ß" "ÀÉîõü ß" ["ÀÉîõü ß"]
// -1 -1 false false -1
// ["ÀÉîõü ß"] "ÀÉîõü ß"
// ["ÀÉîõü ß"] ["ÀÉîõü ß"] ["ÀÉîõü ß"] -1 -1 0 false
// "ÀÉîõü ß" "ÀÉîõü ß"
// "ÀÉîõü ß" "" false "ÀÉîõü ß" "ÀÉîõü ß"
// "ÀÉîõü ß" "ÀÉîõü ß" "ÀÉîõü ß" ["ÀÉîõü ß"]
// -1 -1 false false -1
// ["ÀÉîõü ß"] "ÀÉîõü ß"
// ["ÀÉîõü ß"] ["ÀÉîõü ß"] ["ÀÉîõü ß"] -1 -1 0 false
// "ÀÉîõü ß" "ÀÉîõü ß"
// "ÀÉîõü ß" "" false "ÀÉîõü ß" "ÀÉîõü ß"
// "ÀÉîõü ß" "ÀÉîõü ß" "ÀÉîõü ß" ["ÀÉîõü ß"]
// -1 -1 false false -1
// ["ÀÉîõü ß"] "ÀÉîõü ß"
// ["ÀÉîõü ß"] ["ÀÉîõü ß"] ["ÀÉîõü ß"] -1 -1 0 false
// "ÀÉîõü ß" "ÀÉîõü ß"
// "ÀÉîõü ß" "" false "ÀÉîõü ß" "ÀÉîõü ß"
// "ÀÉîõü ß" "ÀÉîõü ß" "ÀÉîõü ß" ["ÀÉîõü ß"]
// -1 -1 false false -1
// ["ÀÉîõü ß"] "ÀÉîõü ß"
// ["ÀÉîõü" "ß"] ["ÀÉîõü" "ß"] ["ÀÉîõü " "ß"] 10 10 1 true
// "ÀÉîõü<>ß" "ÀÉîõüZß"
// "ÀÉîõü" "ß" true "ÀÉîõü ß" "ÀÉîõü ß"
// "ÀÉîõü ß" "ÀÉîõü ß" "ÀÉîõü ß" ["ÀÉîõü " "ß"]
// 10 10 true false 10
// ["ÀÉîõü" "ß"] "ÀÉîõü__ß"
// ["ÀÉîõü ß"] ["ÀÉîõü ß"] ["ÀÉîõü ß"] -1 -1 0 false
// "ÀÉîõü ß" "ÀÉîõü ß"
// "ÀÉîõü ß" "" false "ÀÉîõü ß" "ÀÉîõü ß"
// "ÀÉîõü ß" "ÀÉîõü ß" "ÀÉîõü ß" ["ÀÉîõü ß"]
// -1 -1 false false -1
// ["ÀÉîõü ß"] "ÀÉîõü ß"
// ["ÀÉîõü ß"] ["ÀÉîõü ß"] ["ÀÉîõü ß"] -1 -1 0 false
// "ÀÉîõü ß" "ÀÉîõü ß"
// "ÀÉîõü ß" "" false "ÀÉîõü ß" "ÀÉîõü ß"
// "ÀÉîõü ß" "ÀÉîõü ß" "ÀÉîõü ß" ["ÀÉîõü ß"]
// -1 -1 false false -1
// ["ÀÉîõü ß"] "ÀÉîõü ß"
// -1 -1 -1 -1 true
// "ÀÉÎÕÜ ß"
// ["ÀÉîõü ß"] " "
// 7 true [192 201 238 245 252 32 223] [195 128 195 137 195 174 195 181 195 188 32 195 159]
// "ÀÉîõü ß" "ÀÉîõü ßÀÉîõü ß"
// 223 2
// 0:À 2:É 4:î 6:õ 8:ü 10:  11:ß
// "AAAA" "aaaa" "Aaaa" "AAAA"
// "aaaa" ["aaaa"]
// ["a" "a" "a" "a"] ["a" "aaa"] ["a" "a" "a" "a"] 0 4 5 true
// "<>a<>aaa" "ZaZaZaZaZ"
// "" "aaaa" true "aaaa" "aaaa"
// "aaaa" "aaaa" "aaaa" ["a" "a" "aa"]
// -1 -1 false false 0
// ["a" "a" "a" "a"] "__a__a__a__a__"
// ["aaaa"] ["aaaa"] ["aaaa"] -1 -1 0 false
// "aaaa" "aaaa"
// "aaaa" "" false "aaaa" "aaaa"
// "aaaa" "aaaa" "aaaa" ["aaaa"]
// -1 -1 false false -1
// ["aaaa"] "aaaa"
// ["" "" "" "" ""] ["" "aaa"] ["a" "a" "a" "a" ""] 0 3 4 true
// "<><>aa" "ZZZZ"
// "" "aaa" true "aaa" "aaa"
// "" "" "" ["a" "a" "aa"]
// 0 3 true false 0
// ["" "" "" "" ""] "________"
// ["aaaa"] ["aaaa"] ["aaaa"] -1 -1 0 false
// "aaaa" "aaaa"
// "aaaa" "" false "aaaa" "aaaa"
// "aaaa" "aaaa" "aaaa" ["aaaa"]
// -1 -1 false false -1
// ["aaaa"] "aaaa"
// ["aaaa"] ["aaaa"] ["aaaa"] -1 -1 0 false
// "aaaa" "aaaa"
// "aaaa" "" false "aaaa" "aaaa"
// "aaaa" "aaaa" "aaaa" ["aaaa"]
// -1 -1 false false -1
// ["aaaa"] "aaaa"
// ["aaaa"] ["aaaa"] ["aaaa"] -1 -1 0 false
// "aaaa" "aaaa"
// "aaaa" "" false "aaaa" "aaaa"
// "aaaa" "aaaa" "aaaa" ["aaaa"]
// -1 -1 false false -1
// ["aaaa"] "aaaa"
// ["aaaa"] ["aaaa"] ["aaaa"] -1 -1 0 false
// "aaaa" "aaaa"
// "aaaa" "" false "aaaa" "aaaa"
// "aaaa" "aaaa" "aaaa" ["aaaa"]
// -1 -1 false false -1
// ["aaaa"] "aaaa"
// ["aaaa"] ["aaaa"] ["aaaa"] -1 -1 0 false
// "aaaa" "aaaa"
// "aaaa" "" false "aaaa" "aaaa"
// "aaaa" "aaaa" "aaaa" ["aaaa"]
// -1 -1 false false -1
// ["aaaa"] "aaaa"
// -1 -1 -1 -1 true
// "AAAA"
// ["aaaa"] ""
// 4 true [97 97 97 97] [97 97 97 97]
// "aaaa" "aaaaaaaa"
// 97 1
// 0:a 1:a 2:a 3:a
// "HELLO, WORLD" "hello, world" "Hello, World" "HELLO, WORLD"
// "Hello, World" ["Hello," "World"]
// ["H" "e" "l" "l" "o" "," " " "W" "o" "r" "l" "d"] ["H" "ello, World"] ["H" "e" "l" "l" "o" "," " " "W" "o" "r" "l" "d"] 0 12 13 true
// "<>H<>ello, World" "ZHZeZlZlZoZ,Z ZWZoZrZlZdZ"
// "" "Hello, World" true "Hello, World" "Hello, World"
// "Hello, World" "Hello, World" "Hello, Worl" ["H" "e" "llo, World"]
// 4 8 false false 0
// ["H" "e" "l" "l" "o" "," " " "W" "o" "r" "l" "d"] "__H__e__l__l__o__,__ __W__o__r__l__d__"
// ["Hello" " World"] ["Hello" " World"] ["Hello," " World"] 5 5 1 true
// "Hello<> World" "HelloZ World"
// "Hello" " World" true "Hello, World" "Hello, World"
// "Hello, World" "Hello, World" "Hello, Worl" ["Hello," " World"]
// 4 8 true false 5
// ["Hello" " World"] "Hello__ World"
// ["Hello, World"] ["Hello, World"] ["Hello, World"] -1 -1 0 false
// "Hello, World" "Hello, World"
// "Hello, World" "" false "Hello, World" "Hello, World"
// "Hello, World" "Hello, World" "Hello, Worl" ["Hello, World"]
// 4 8 false false -1
// ["Hello, World"] "Hello, World"
// ["He" "" "o, Wor" "d"] ["He" "lo, World"] ["Hel" "l" "o, Worl" "d"] 2 10 3 true
// "He<><>o, World" "HeZZo, WorZd"
// "He" "lo, World" true "Hello, World" "Hello, World"
// "Hello, World" "Hello, World" "Hello, Wor" ["Hel" "l" "o, World"]
// 2 10 true false 2
// ["He" "" "o, Wor" "d"] "He____o, Wor__d"
// ["Hello, World"] ["Hello, World"] ["Hello, World"] -1 -1 0 false
// "Hello, World" "Hello, World"
// "Hello, World" "" false "Hello, World" "Hello, World"
// "Hello, World" "Hello, World" "Hello, Worl" ["Hello, World"]
// 4 8 false false -1
// ["Hello, World"] "Hello, World"
// ["Hello," "World"] ["Hello," "World"] ["Hello, " "World"] 6 6 1 true
// "Hello,<>World" "Hello,ZWorld"
// "Hello," "World" true "Hello, World" "Hello, World"
// "Hello, World" "Hello, World" "Hello, Worl" ["Hello, " "World"]
// 4 8 true false 6
// ["Hello," "World"] "Hello,__World"
// ["Hello, World"] ["Hello, World"] ["Hello, World"] -1 -1 0 false
// "Hello, World" "Hello, World"
// "Hello, World" "" false "Hello, World" "Hello, World"
// "Hello, World" "Hello, World" "Hello, Worl" ["Hello, World"]
// 4 8 false false -1
// ["Hello, World"] "Hello, World"
// ["Hello, World"] ["Hello, World"] ["Hello, World"] -1 -1 0 false
// "Hello, World" "Hello, World"
// "Hello, World" "" false "Hello, World" "Hello, World"
// "Hello, World" "Hello, World" "Hello, Worl" ["Hello, World"]
// 4 8 false false -1
// ["Hello, World"] "Hello, World"
// 4 8 -1 -1 true
// "HEO, WORD"
// ["Hello" " World"] ", "
// 12 true [72 101 108 108 111 44 32 87 111 114 108 100] [72 101 108 108 111 44 32 87 111 114 108 100]
// "Hello, World" "Hello, WorldHello, World"
// 100 1
// 0:H 1:e 2:l 3:l 4:o 5:, 6:  7:W 8:o 9:r 10:l 11:d
// "XYZZY XYZ" "xyzzy xyz" "Xyzzy Xyz" "XYZZY XYZ"
// "xyzzy xyz" ["xyzzy" "xyz"]
// ["x" "y" "z" "z" "y" " " "x" "y" "z"] ["x" "yzzy xyz"] ["x" "y" "z" "z" "y" " " "x" "y" "z"] 0 9 10 true
// "<>x<>yzzy xyz" "ZxZyZzZzZyZ ZxZyZzZ"
// "" "xyzzy xyz" true "xyzzy xyz" "xyzzy xyz"
// "xyzzy xyz" "xyzzy xyz" "xyzzy xyz" ["x" "y" "zzy xyz"]
// -1 -1 false false 0
// ["x" "y" "z" "z" "y" " " "x" "y" "z"] "__x__y__z__z__y__ __x__y__z__"
// ["xyzzy xyz"] ["xyzzy xyz"] ["xyzzy xyz"] -1 -1 0 false
// "xyzzy xyz" "xyzzy xyz"
// "xyzzy xyz" "" false "xyzzy xyz" "xyzzy xyz"
// "xyzzy xyz" "xyzzy xyz" "xyzzy xyz" ["xyzzy xyz"]
// -1 -1 false false -1
// ["xyzzy xyz"] "xyzzy xyz"
// ["xyzzy xyz"] ["xyzzy xyz"] ["xyzzy xyz"] -1 -1 0 false
// "xyzzy xyz" "xyzzy xyz"
// "xyzzy xyz" "" false "xyzzy xyz" "xyzzy xyz"
// "xyzzy xyz" "xyzzy xyz" "xyzzy xyz" ["xyzzy xyz"]
// -1 -1 false false -1
// ["xyzzy xyz"] "xyzzy xyz"
// ["xyzzy xyz"] ["xyzzy xyz"] ["xyzzy xyz"] -1 -1 0 false
// "xyzzy xyz" "xyzzy xyz"
// "xyzzy xyz" "" false "xyzzy xyz" "xyzzy xyz"
// "xyzzy xyz" "xyzzy xyz" "xyzzy xyz" ["xyzzy xyz"]
// -1 -1 false false -1
// ["xyzzy xyz"] "xyzzy xyz"
// ["" "zzy " "z"] ["" "zzy xyz"] ["xy" "zzy xy" "z"] 0 6 2 true
// "<>zzy <>z" "Zzzy Zz"
// "" "zzy xyz" true "zzy xyz" "xyzzy xyz"
// "zzy xyz" "zzy xyz" "xyzzy xyz" ["xy" "zzy xy" "z"]
// 0 7 true false 0
// ["" "zzy " "z"] "__zzy __z"
// ["xyzzy" "xyz"] ["xyzzy" "xyz"] ["xyzzy " "xyz"] 5 5 1 true
// "xyzzy<>xyz" "xyzzyZxyz"
// "xyzzy" "xyz" true "xyzzy xyz" "xyzzy xyz"
// "xyzzy xyz" "xyzzy xyz" "xyzzy xyz" ["xyzzy " "xyz"]
// 5 5 true false 5
// ["xyzzy" "xyz"] "xyzzy__xyz"
// ["xyzzy xyz"] ["xyzzy xyz"] ["xyzzy xyz"] -1 -1 0 false
// "xyzzy xyz" "xyzzy xyz"
// "xyzzy xyz" "" false "xyzzy xyz" "xyzzy xyz"
// "xyzzy xyz" "xyzzy xyz" "xyzzy xyz" ["xyzzy xyz"]
// -1 -1 false false -1
// ["xyzzy xyz"] "xyzzy xyz"
// ["xyzzy xyz"] ["xyzzy xyz"] ["xyzzy xyz"] -1 -1 0 false
// "xyzzy xyz" "xyzzy xyz"
// "xyzzy xyz" "" false "xyzzy xyz" "xyzzy xyz"
// "xyzzy xyz" "xyzzy xyz" "xyzzy xyz" ["xyzzy xyz"]
// -1 -1 false false -1
// ["xyzzy xyz"] "xyzzy xyz"
// -1 -1 -1 -1 true
// "XYZZY XYZ"
// ["xyzzy xyz"] " "
// 9 true [120 121 122 122 121 32 120 121 122] [120 121 122 122 121 32 120 121 122]
// "xyzzy xyz" "xyzzy xyzxyzzy xyz"
// 122 1
// 0:x 1:y 2:z 3:z 4:y 5:  6:x 7:y 8:z
// "Ǆ ﬁ S K" "ǆ ﬁ ſ k" "ǅ ﬁ S K" "ǅ ﬁ S K"
// "ǅ ﬁ ſ K" ["ǅ" "ﬁ" "ſ" "K"]
// ["ǅ" " " "ﬁ" " " "ſ" " " "K"] ["ǅ" " ﬁ ſ K"] ["ǅ" " " "ﬁ" " " "ſ" " " "K"] 0 11 8 true
// "<>ǅ<> ﬁ ſ K" "ZǅZ ZﬁZ ZſZ ZKZ"
// "" "ǅ ﬁ ſ K" true "ǅ ﬁ ſ K" "ǅ ﬁ ſ K"
// "ǅ ﬁ ſ K" "ǅ ﬁ ſ K" "ǅ ﬁ ſ K" ["ǅ" " " "ﬁ ſ K"]
// -1 -1 false false 0
// ["ǅ" " " "ﬁ" " " "ſ" " " "K"] "__ǅ__ __ﬁ__ __ſ__ __K__"
// ["ǅ ﬁ ſ K"] ["ǅ ﬁ ſ K"] ["ǅ ﬁ ſ K"] -1 -1 0 false
// "ǅ ﬁ ſ K" "ǅ ﬁ ſ K"
// "ǅ ﬁ ſ K" "" false "ǅ ﬁ ſ K" "ǅ ﬁ ſ K"
// "ǅ ﬁ ſ K" "ǅ ﬁ ſ K" "ǅ ﬁ ſ K" ["ǅ ﬁ ſ K"]
// -1 -1 false false -1
// ["ǅ ﬁ ſ K"] "ǅ ﬁ ſ K"
// ["ǅ ﬁ ſ K"] ["ǅ ﬁ ſ K"] ["ǅ ﬁ ſ K"] -1 -1 0 false
// "ǅ ﬁ ſ K" "ǅ ﬁ ſ K"
// "ǅ ﬁ ſ K" "" false "ǅ ﬁ ſ K" "ǅ ﬁ ſ K"
// "ǅ ﬁ ſ K" "ǅ ﬁ ſ K" "ǅ ﬁ ſ K" ["ǅ ﬁ ſ K"]
// -1 -1 false false -1
// ["ǅ ﬁ ſ K"] "ǅ ﬁ ſ K"
// ["ǅ ﬁ ſ K"] ["ǅ ﬁ ſ K"] ["ǅ ﬁ ſ K"] -1 -1 0 false
// "ǅ ﬁ ſ K" "ǅ ﬁ ſ K"
// "ǅ ﬁ ſ K" "" false "ǅ ﬁ ſ K" "ǅ ﬁ ſ K"
// "ǅ ﬁ ſ K" "ǅ ﬁ ſ K" "ǅ ﬁ ſ K" ["ǅ ﬁ ſ K"]
// -1 -1 false false -1
// ["ǅ ﬁ ſ K"] "ǅ ﬁ ſ K"
// ["ǅ ﬁ ſ K"] ["ǅ ﬁ ſ K"] ["ǅ ﬁ ſ K"] -1 -1 0 false
// "ǅ ﬁ ſ K" "ǅ ﬁ ſ K"
// "ǅ ﬁ ſ K" "" false "ǅ ﬁ ſ K" "ǅ ﬁ ſ K"
// "ǅ ﬁ ſ K" "ǅ ﬁ ſ K" "ǅ ﬁ ſ K" ["ǅ ﬁ ſ K"]
// -1 -1 false false -1
// ["ǅ ﬁ ſ K"] "ǅ ﬁ ſ K"
// ["ǅ" "ﬁ" "ſ" "K"] ["ǅ" "ﬁ ſ K"] ["ǅ " "ﬁ " "ſ " "K"] 2 9 3 true
// "ǅ<>ﬁ<>ſ K" "ǅZﬁZſZK"
// "ǅ" "ﬁ ſ K" true "ǅ ﬁ ſ K" "ǅ ﬁ ſ K"
// "ǅ ﬁ ſ K" "ǅ ﬁ ſ K" "ǅ ﬁ ſ K" ["ǅ " "ﬁ " "ſ K"]
// 2 9 true false 2
// ["ǅ" "ﬁ" "ſ" "K"] "ǅ__ﬁ__ſ__K"
// ["ǅ ﬁ ſ K"] ["ǅ ﬁ ſ K"] ["ǅ ﬁ ſ K"] -1 -1 0 false
// "ǅ ﬁ ſ K" "ǅ ﬁ ſ K"
// "ǅ ﬁ ſ K" "" false "ǅ ﬁ ſ K" "ǅ ﬁ ſ K"
// "ǅ ﬁ ſ K" "ǅ ﬁ ſ K" "ǅ ﬁ ſ K" ["ǅ ﬁ ſ K"]
// -1 -1 false false -1
// ["ǅ ﬁ ſ K"] "ǅ ﬁ ſ K"
// ["ǅ ﬁ ſ K"] ["ǅ ﬁ ſ K"] ["ǅ ﬁ ſ K"] -1 -1 0 false
// "ǅ ﬁ ſ K" "ǅ ﬁ ſ K"
// "ǅ ﬁ ſ K" "" false "ǅ ﬁ ſ K" "ǅ ﬁ ſ K"
// "ǅ ﬁ ſ K" "ǅ ﬁ ſ K" "ǅ ﬁ ſ K" ["ǅ ﬁ ſ K"]
// -1 -1 false false -1
// ["ǅ ﬁ ſ K"] "ǅ ﬁ ſ K"
// -1 -1 -1 -1 true
// "ǅ ﬁ S K"
// ["ǅ ﬁ ſ K"] " ﬁ ſ "
// 7 true [453 32 64257 32 383 32 75] [199 133 32 239 172 129 32 197 191 32 75]
// "ǅ ﬁ ſ K" "ǅ ﬁ ſ Kǅ ﬁ ſ K"
// 75 1
// 0:ǅ 2:  3:ﬁ 6:  7:ſ 9:  10:K
// HI- 12- a&lt;b&gt;c XY b
// a-b-c  q
// xy世7 6
// 4 <nil> some
// " text\nline two"
// EOF
// copied
// limited
// ws
// tee
// multi
// 12 teemulti
//
// through pipe
// "teemulti\n" <nil>
// EOF 0
// true true true true true true true false true true true
// A A a A U+0061
// k K k K U+212A
// K K k K U+006B
// K K k K U+004B
// ß ß ß ß U+1E9E
// σ Σ σ Σ U+03A3
// ς Σ ς Σ U+03C3
// Σ Σ σ Σ U+03C2
// ı I ı I U+0131
// İ İ i İ U+0130
// ǆ Ǆ ǆ ǅ U+01C4
// ᾈ ᾈ ᾀ ᾈ U+1F80
// 𐐀 𐐀 𐐨 𐐀 U+10428
