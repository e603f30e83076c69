// A trie of maps with prefixes, deletion and a walk in order.
package main

import (
	"fmt"
	"sort"
)

type Trie struct {
	next map[rune]*Trie
	end  bool
}

func (t *Trie) Add(words ...string) *Trie {
	for _, w := range words {
		at := t
		for _, r := range w {
			if at.next == nil {
				at.next = map[rune]*Trie{}
			}
			if at.next[r] == nil {
				at.next[r] = new(Trie)
			}
			at = at.next[r]
		}
		at.end = true
	}
	return t
}

func (t *Trie) Find(prefix string) *Trie {
	for _, r := range prefix {
		if t == nil {
			return nil
		}
		t = t.next[r]
	}
	return t
}

func (t *Trie) Walk(prefix string, f func(string)) {
	if t == nil {
		return
	}
	if t.end {
		f(prefix)
	}
	var keys []rune
	for r := range t.next {
		keys = append(keys, r)
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	for _, r := range keys {
		t.next[r].Walk(prefix+string(r), f)
	}
}

func (t *Trie) Remove(w []rune) (empty bool) {
	if len(w) == 0 {
		t.end = false
	} else if n := t.next[w[0]]; n != nil && n.Remove(w[1:]) {
		delete(t.next, w[0])
	}
	return !t.end && len(t.next) == 0
}

func main() {
	t := new(Trie).Add("tea", "ten", "to", "tëst", "in", "inn", "i")
	show := func(p string) {
		var out []string
		t.Find(p).Walk(p, func(w string) { out = append(out, w) })
		fmt.Printf("%q %q\n", p, out)
	}
	show("")
	show("te")
	t.Remove([]rune("inn"))
	t.Remove([]rune("tea"))
	show("i")
	show("x")
	fmt.Println(t.Find("te").end, t.Find("ten").end)
}

// Output:
// "" ["i" "in" "inn" "tea" "ten" "to" "tëst"]
// "te" ["tea" "ten"]
// "i" ["i" "in"]
// "x" []
// false true
