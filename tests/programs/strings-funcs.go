package main

import (
	"fmt"
	"strings"
	"unicode"
)

func main() {
	fmt.Println(strings.Contains("seafood", "foo"), strings.Contains("", ""), strings.ContainsAny("abc", "xyzc"), strings.ContainsRune("é", 'é'))
	fmt.Println(strings.Count("cheese", "e"), strings.Count("five", ""), strings.Count("aaaa", "aa"), strings.Count("世界", ""))
	fmt.Println(strings.Index("chicken", "ken"), strings.Index("x", ""), strings.Index("abc", "z"), strings.LastIndex("go gopher", "go"), strings.IndexByte("abc", 'c'), strings.IndexRune("chickén", 'é'), strings.IndexAny("golang", "gy"), strings.LastIndexAny("golang", "go"), strings.IndexFunc("Hello, 世界", unicode.IsUpper), strings.LastIndexByte("abca", 'a'))
	fmt.Printf("%q %q %q %q\n", strings.Split("a,b,c", ","), strings.Split("abc", ""), strings.Split("", ","), strings.Split("a", "xyz"))
	fmt.Printf("%q %q %q %q\n", strings.SplitN("a,b,c,d", ",", 2), strings.SplitN("a,b", ",", 0), strings.SplitAfter("a,b,c", ","), strings.SplitAfterN("a,b,c", ",", 2))
	fmt.Printf("%q %q %q\n", strings.Fields("  foo bar\t\nbaz  "), strings.Fields("   "), strings.FieldsFunc("a1b2c3", unicode.IsDigit))
	fmt.Println(strings.Join([]string{"a", "b"}, "-"), strings.Join(nil, "x"), strings.Repeat("ab", 3), strings.Repeat("x", 0) == "")
	fmt.Println(strings.HasPrefix("golang", "go"), strings.HasSuffix("golang", "ng"), strings.HasPrefix("a", "ab"))
	fmt.Println(strings.Replace("oink oink oink", "k", "ky", 2), strings.ReplaceAll("oink oink", "oink", "moo"), strings.Replace("abc", "", "-", -1), strings.Replace("aaa", "a", "b", 0))
	fmt.Println(strings.ToUpper("héllo ß"), strings.ToLower("HÉLLO İ"), strings.Title("hello wOrld"), strings.ToTitle("loud"))
	fmt.Printf("%q %q %q %q %q %q\n", strings.TrimSpace(" \t x y \n"), strings.Trim("xxhixx", "x"), strings.TrimLeft("xxhixx", "x"), strings.TrimRight("xxhixx", "x"), strings.TrimPrefix("prefix-a", "prefix-"), strings.TrimSuffix("a.go", ".go"))
	fmt.Printf("%q %q\n", strings.TrimFunc("123abc456", unicode.IsDigit), strings.Trim("世x界", "世界"))
	fmt.Println(strings.EqualFold("Go", "GO"), strings.EqualFold("ß", "SS"), strings.EqualFold("K", "\u212a"), strings.Compare("a", "b"), strings.Compare("a", "a"))
	fmt.Println(strings.Map(func(r rune) rune {
		switch {
		case r == 'a':
			return 'A'
		case r == 'x':
			return -1
		}
		return r
	}, "axbxa世"))
	b, a, ok := strings.Cut("key=value=x", "=")
	fmt.Println(b, a, ok)
	b, a, ok = strings.Cut("none", "=")
	fmt.Printf("%q %q %v\n", b, a, ok)
	r := strings.NewReplacer("<", "&lt;", ">", "&gt;", "a", "1", "aa", "2")
	fmt.Println(r.Replace("<b>aaa</b>"))
	fmt.Println(strings.NewReplacer("aa", "2", "a", "1", "", "X").Replace("aaab"))
	var sb strings.Builder
	for i := 3; i >= 1; i-- {
		fmt.Fprintf(&sb, "%d...", i)
	}
	sb.WriteByte('!')
	sb.WriteRune('世')
	sb.WriteString("end")
	sb.Write([]byte{'?'})
	fmt.Println(sb.String(), sb.Len())
	sb.Reset()
	sb.Grow(100)
	fmt.Println(sb.Len(), sb.Cap() >= 100, sb.String() == "")
	rd := strings.NewReader("abc")
	c, _ := rd.ReadByte()
	fmt.Println(c, rd.Len(), rd.Size())
	rd.UnreadByte()
	rr, size, _ := rd.ReadRune()
	fmt.Println(rr, size)
	fmt.Println(strings.ToValidUTF8("a\xffb", "?"), strings.ContainsAny("", ""), strings.Index("日本語", "語"), strings.LastIndex("", ""))
	func() {
		defer func() { fmt.Println(recover()) }()
		strings.Repeat("x", -1)
	}()
}

// Output:
// true true true true
// 3 5 2 3
// 4 0 -1 3 2 5 0 5 0 3
// ["a" "b" "c"] ["a" "b" "c"] [""] ["a"]
// ["a" "b,c,d"] [] ["a," "b," "c"] ["a," "b,c"]
// ["foo" "bar" "baz"] [] ["a" "b" "c"]
// a-b  ababab true
// true true false
// oinky oinky oink moo moo -a-b-c- aaa
// HÉLLO ß héllo i Hello WOrld LOUD
// "x y" "hi" "hixx" "xxhi" "a" "a"
// "abc" "x"
// true false true -1 0
// AbA世
// key value=x true
// "none" "" false
// &lt;b&gt;111&lt;/b&gt;
// 21XbX
// 3...2...1...!世end? 20
// 0 true true
// 97 2 3
// 97 1
// a?b false 6 0
// strings: negative Repeat count
