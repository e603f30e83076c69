package main

import (
	"fmt"
	"unicode/utf8"
)

func main() {
	for _, s := range []string{"", "abc", "é世😀", "\xff", "a\xc3", "a\xe4\xb8", "\xf0\x9f\x98", "\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe4\xb8\x96\x80x", "\xf8\x88\x80\x80\x80", "\u2028\ufeff\ufffd"} {
		fmt.Printf("%+q valid=%v n=%d:", s, utf8.ValidString(s), utf8.RuneCountInString(s))
		for i, r := range s {
			fmt.Printf(" %d:%U", i, r)
		}
		fmt.Print(" | ")
		for i := range s {
			fmt.Print(i, " ")
		}
		fmt.Println(len([]rune(s)), string([]rune(s)) == s)
	}
	s := "世a\xff"
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		l, ln := utf8.DecodeLastRuneInString(s)
		fmt.Println(r, n, l, ln)
		s = s[n:]
	}
	r, n := utf8.DecodeRuneInString("")
	fmt.Println(r, n, utf8.RuneError, utf8.UTFMax)
	buf := make([]byte, 4)
	for _, r := range []rune{'a', 'é', '世', '😀', -1, 0xD800, 0x110000} {
		n := utf8.EncodeRune(buf, r)
		fmt.Println(buf[:n], utf8.RuneLen(r), utf8.ValidRune(r))
	}
	fmt.Println(utf8.AppendRune(nil, '世'), utf8.FullRune([]byte{0xe4, 0xb8}), utf8.FullRune([]byte{0xe4, 0xb8, 0x96}), utf8.RuneStart(0x80))
	str := "ab"
	for i, c := range str {
		str = "changed"
		fmt.Println(i, string(c), str)
	}
	cnt := 0
	for range "日本語" {
		cnt++
	}
	fmt.Println(cnt)
}

// Output:
// "" valid=true n=0: | 0 true
// "abc" valid=true n=3: 0:U+0061 1:U+0062 2:U+0063 | 0 1 2 3 true
// "\u00e9\u4e16\U0001f600" valid=true n=3: 0:U+00E9 2:U+4E16 5:U+1F600 | 0 2 5 3 true
// "\xff" valid=false n=1: 0:U+FFFD | 0 1 false
// "a\xc3" valid=false n=2: 0:U+0061 1:U+FFFD | 0 1 2 false
// "a\xe4\xb8" valid=false n=3: 0:U+0061 1:U+FFFD 2:U+FFFD | 0 1 2 3 false
// "\xf0\x9f\x98" valid=false n=3: 0:U+FFFD 1:U+FFFD 2:U+FFFD | 0 1 2 3 false
// "\xc0\x80" valid=false n=2: 0:U+FFFD 1:U+FFFD | 0 1 2 false
// "\xed\xa0\x80" valid=false n=3: 0:U+FFFD 1:U+FFFD 2:U+FFFD | 0 1 2 3 false
// "\xf4\x90\x80\x80" valid=false n=4: 0:U+FFFD 1:U+FFFD 2:U+FFFD 3:U+FFFD | 0 1 2 3 4 false
// "\u4e16\x80x" valid=false n=3: 0:U+4E16 3:U+FFFD 4:U+0078 | 0 3 4 3 false
// "\xf8\x88\x80\x80\x80" valid=false n=5: 0:U+FFFD 1:U+FFFD 2:U+FFFD 3:U+FFFD 4:U+FFFD | 0 1 2 3 4 5 false
// "\u2028\ufeff\ufffd" valid=true n=3: 0:U+2028 3:U+FEFF 6:U+FFFD | 0 3 6 3 true
// 19990 3 65533 1
// 97 1 65533 1
// 65533 1 65533 1
// 65533 0 65533 4
// [97] 1 true
// [195 169] 2 true
// [228 184 150] 3 true
// [240 159 152 128] 4 true
// [239 191 189] -1 false
// [239 191 189] -1 false
// [239 191 189] -1 false
// [228 184 150] false true false
// 0 a changed
// 1 b changed
// 3
