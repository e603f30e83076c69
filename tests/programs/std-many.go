package main

import (
	"bufio"
	"bytes"
	"container/heap"
	"container/list"
	"container/ring"
	"context"
	"errors"
	"fmt"
	"log"
	"math"
	"math/bits"
	"os"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

type IntHeap []int

func (h IntHeap) Len() int           { return len(h) }
func (h IntHeap) Less(i, j int) bool { return h[i] < h[j] }
func (h IntHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *IntHeap) Push(x any)        { *h = append(*h, x.(int)) }
func (h *IntHeap) Pop() any {
	o := *h
	n := len(o)
	x := o[n-1]
	*h = o[:n-1]
	return x
}

type person struct {
	name string
	age  int
}

func main() {
	h := &IntHeap{5, 2, 8}
	heap.Init(h)
	heap.Push(h, 3)
	for h.Len() > 0 {
		fmt.Print(heap.Pop(h), " ")
	}
	fmt.Println()
	l := list.New()
	l.PushBack(1)
	l.PushFront(0)
	l.PushBack("two")
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	fmt.Println(l.Len())
	r := ring.New(3)
	for i := 0; i < 3; i++ {
		r.Value = i
		r = r.Next()
	}
	r.Do(func(x any) { fmt.Print(x, " ") })
	fmt.Println()
	people := []person{{"A", 30}, {"B", 25}, {"C", 35}, {"D", 25}}
	sort.Slice(people, func(i, j int) bool { return people[i].age < people[j].age })
	fmt.Println(people)
	sort.SliceStable(people, func(i, j int) bool { return people[i].name > people[j].name })
	fmt.Println(people)
	big := make([]int, 1000)
	for i := range big {
		big[i] = (i * 7919) % 1009
	}
	b2 := append([]int(nil), big...)
	b3 := append([]int(nil), big...)
	sort.Ints(big)
	sort.Slice(b2, func(i, j int) bool { return b2[i] < b2[j] })
	sort.Sort(sort.Reverse(sort.IntSlice(b3)))
	fmt.Println(sort.IntsAreSorted(big), sort.IntsAreSorted(b2), b3[0], b3[999], sort.SearchInts(big, 500))
	ss := []string{"banana", "apple", "cherry"}
	sort.Strings(ss)
	fmt.Println(ss, sort.SearchStrings(ss, "b"))
	fs := []float64{2.5, math.NaN(), -1, math.Inf(1)}
	sort.Float64s(fs)
	fmt.Println(fs)
	st := make([]person, 100)
	for i := range st {
		st[i] = person{fmt.Sprint(i), (i * 37) % 10}
	}
	sort.SliceStable(st, func(i, j int) bool { return st[i].age < st[j].age })
	fmt.Println(st)

	var mu sync.Mutex
	var wg sync.WaitGroup
	total := 0
	var at atomic.Int64
	for i := 0; i < 50; i++ {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			mu.Lock()
			total += i
			mu.Unlock()
			at.Add(int64(i))
		}(i)
	}
	wg.Wait()
	fmt.Println(total, at.Load())
	var once sync.Once
	for i := 0; i < 3; i++ {
		once.Do(func() { fmt.Println("once") })
	}
	var m sync.Map
	m.Store("a", 1)
	m.Store("b", 2)
	v, ok := m.Load("a")
	fmt.Println(v, ok)
	_, loaded := m.LoadOrStore("c", 3)
	fmt.Println(loaded)
	m.Delete("b")
	n := 0
	m.Range(func(k, v any) bool { n += v.(int); return true })
	fmt.Println(n)
	p := sync.Pool{New: func() any { return "new" }}
	fmt.Println(p.Get())
	p.Put("old")
	cond := sync.NewCond(&mu)
	ready := false
	go func() { mu.Lock(); ready = true; cond.Broadcast(); mu.Unlock() }()
	mu.Lock()
	for !ready {
		cond.Wait()
	}
	mu.Unlock()
	var rw sync.RWMutex
	rw.RLock()
	rw.RLock()
	rw.RUnlock()
	rw.RUnlock()
	rw.Lock()
	rw.Unlock()
	var av atomic.Value
	av.Store([]int{1})
	fmt.Println(av.Load())
	func() {
		defer func() { fmt.Println(recover()) }()
		av.Store("x")
	}()

	ctx, cancel := context.WithCancel(context.Background())
	fmt.Println(ctx, ctx.Err())
	cancel()
	<-ctx.Done()
	fmt.Println(ctx.Err())
	ctx, cancel = context.WithTimeout(context.WithValue(context.Background(), "k", "v"), 10*time.Millisecond)
	defer cancel()
	select {
	case <-ctx.Done():
		fmt.Println(ctx.Err(), ctx.Value("k"), ctx.Value("z"), errors.Is(ctx.Err(), context.DeadlineExceeded))
	case <-time.After(5 * time.Second):
		fmt.Println("late")
	}
	child, c2 := context.WithCancel(ctx)
	defer c2()
	fmt.Println(child.Err())
	fmt.Println(context.TODO())

	sc := bufio.NewScanner(strings.NewReader("one two\nthree\n\nfour"))
	for sc.Scan() {
		fmt.Printf("%q ", sc.Text())
	}
	fmt.Println(sc.Err())
	sc = bufio.NewScanner(strings.NewReader(" one  two\nthree "))
	sc.Split(bufio.ScanWords)
	for sc.Scan() {
		fmt.Printf("%q ", sc.Text())
	}
	fmt.Println()
	br := bufio.NewReader(strings.NewReader("line1\nline2"))
	s1, e1 := br.ReadString('\n')
	s2, e2 := br.ReadString('\n')
	fmt.Printf("%q %v %q %v\n", s1, e1, s2, e2)
	bw := bufio.NewWriter(os.Stdout)
	fmt.Fprintf(bw, "buffered %d\n", 1)
	bw.Flush()
	var lb bytes.Buffer
	lg := log.New(&lb, "pre: ", log.Lshortfile|log.Lmsgprefix)
	lg.Println("hello", 1)
	lg.Printf("x=%d", 2)
	fmt.Print(lb.String())
	log.SetFlags(0)
	log.SetOutput(os.Stdout)
	log.Print("plain")
	func() {
		defer func() { fmt.Println("rec", recover()) }()
		log.Panicf("bad %d", 1)
	}()
	fmt.Println(bits.Len(255), bits.OnesCount(255), bits.TrailingZeros(8), bits.LeadingZeros64(1), bits.Reverse8(1), bits.RotateLeft32(1, 31))
	fmt.Println(math.Sqrt(2), math.Pow(2, 0.5), math.Floor(-1.5), math.Ceil(1.2), math.Trunc(-1.7), math.Round(2.5), math.RoundToEven(2.5), math.Mod(7, 3), math.Hypot(3, 4), math.Max(1, math.NaN()), math.Min(-0.0, 0), math.Cbrt(27), math.Log(10), math.Log2(8), math.Log10(1000), math.Exp(1), math.Sin(1), math.Cos(1), math.Tan(1), math.Atan2(1, 2), math.Inf(-1), math.Abs(-2), math.Gamma(5), math.Erf(0.5))
	fmt.Println(math.MaxInt64, math.Pi, uint64(math.MaxUint64), math.Float32bits(1.5), math.Float64bits(1.5))
	fmt.Println(math.Modf(3.7))
	fmt.Println(math.Frexp(10))
	fmt.Println(math.Ldexp(0.5, 4), math.Signbit(-0.0), math.Copysign(3, -1), math.IsNaN(math.NaN()), math.Remainder(5, 3), math.Expm1(1e-5), math.Log1p(1e-5), math.Sinh(1), math.Acosh(2))
}

// Output:
// 2 3 5 8
// 0 1 two 3
// 0 1 2
// [{B 25} {D 25} {A 30} {C 35}]
// [{D 25} {C 35} {B 25} {A 30}]
// true true 1008 0 494
// [apple banana cherry] 1
// [NaN -1 2.5 +Inf]
// [{0 0} {10 0} {20 0} {30 0} {40 0} {50 0} {60 0} {70 0} {80 0} {90 0} {3 1} {13 1} {23 1} {33 1} {43 1} {53 1} {63 1} {73 1} {83 1} {93 1} {6 2} {16 2} {26 2} {36 2} {46 2} {56 2} {66 2} {76 2} {86 2} {96 2} {9 3} {19 3} {29 3} {39 3} {49 3} {59 3} {69 3} {79 3} {89 3} {99 3} {2 4} {12 4} {22 4} {32 4} {42 4} {52 4} {62 4} {72 4} {82 4} {92 4} {5 5} {15 5} {25 5} {35 5} {45 5} {55 5} {65 5} {75 5} {85 5} {95 5} {8 6} {18 6} {28 6} {38 6} {48 6} {58 6} {68 6} {78 6} {88 6} {98 6} {1 7} {11 7} {21 7} {31 7} {41 7} {51 7} {61 7} {71 7} {81 7} {91 7} {4 8} {14 8} {24 8} {34 8} {44 8} {54 8} {64 8} {74 8} {84 8} {94 8} {7 9} {17 9} {27 9} {37 9} {47 9} {57 9} {67 9} {77 9} {87 9} {97 9}]
// 1225 1225
// once
// 1 true
// false
// 4
// new
// [1]
// sync/atomic: store of inconsistently typed value into Value
// context.Background.WithCancel <nil>
// context canceled
// context deadline exceeded v <nil> true
// context deadline exceeded
// context.TODO
// "one two" "three" "" "four" <nil>
// "one" "two" "three"
// "line1\n" <nil> "line2" EOF
// buffered 1
// std-many.go:188: pre: hello 1
// std-many.go:189: pre: x=2
// plain
// bad 1
// rec bad 1
// 8 8 3 63 128 2147483648
// 1.4142135623730951 1.4142135623730951 -2 2 -1 3 2 1 5 NaN 0 3 2.302585092994046 3 3 2.718281828459045 0.8414709848078965 0.5403023058681398 1.557407724654902 0.4636476090008061 -Inf 2 24 0.5204998778130465
// 9223372036854775807 3.141592653589793 18446744073709551615 1069547520 4609434218613702656
// 3 0.7000000000000002
// 0.625 4
// 8 false -3 true -1 1.0000050000166668e-05 9.999950000333332e-06 1.1752011936438014 1.3169578969248166
