// Huffman codes from a heap of trees; text goes there and back.
package main

import (
	"container/heap"
	"fmt"
	"sort"
	"strings"
)

type tree interface{ weight() int }
type leaf struct {
	r rune
	n int
}
type inner struct{ l, r tree }

func (l leaf) weight() int  { return l.n }
func (n inner) weight() int { return n.l.weight() + n.r.weight() }

type forest []tree

func (f forest) Len() int           { return len(f) }
func (f forest) Less(i, j int) bool { return f[i].weight() < f[j].weight() }
func (f forest) Swap(i, j int)      { f[i], f[j] = f[j], f[i] }
func (f *forest) Push(x any)        { *f = append(*f, x.(tree)) }
func (f *forest) Pop() (x any)      { n := len(*f) - 1; x = (*f)[n]; *f = (*f)[:n]; return }

func codes(t tree, prefix string, out map[rune]string) {
	switch t := t.(type) {
	case leaf:
		out[t.r] = prefix
	case inner:
		codes(t.l, prefix+"0", out)
		codes(t.r, prefix+"1", out)
	}
}

func main() {
	text := "she sells sea shells by the sea shore"
	counts := map[rune]int{}
	for _, r := range text {
		counts[r]++
	}
	var f forest
	for r, n := range counts {
		f = append(f, leaf{r, n})
	}
	sort.Slice(f, func(i, j int) bool { return f[i].(leaf).r < f[j].(leaf).r })
	heap.Init(&f)
	for f.Len() > 1 {
		a, b := heap.Pop(&f).(tree), heap.Pop(&f).(tree)
		heap.Push(&f, inner{a, b})
	}
	table := map[rune]string{}
	codes(f[0], "", table)
	var bits strings.Builder
	for _, r := range text {
		bits.WriteString(table[r])
	}
	var back []rune
	t := f[0]
	for _, b := range bits.String() {
		n := t.(inner)
		if t = n.l; b == '1' {
			t = n.r
		}
		if l, ok := t.(leaf); ok {
			back = append(back, l.r)
			t = f[0]
		}
	}
	fmt.Println(string(back) == text, bits.Len(), len(table), f[0].weight())
}

// Output:
// true 114 11 37
