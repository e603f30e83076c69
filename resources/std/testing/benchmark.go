// SPDX-License-Identifier: MIT

package testing

import (
	"fmt"
	"math"
	"os"
	"runtime"
	"sort"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// InternalBenchmark is a benchmark by name.
type InternalBenchmark struct {
	Name string
	F    func(b *B)
}

// B is a benchmark's handle.
type B struct {
	common
	N           int
	context     *benchContext
	f           func(b *B)
	timerOn     bool
	begin       time.Time
	elapsed     time.Duration
	bytes       int64
	showAllocs  bool
	netAllocs   uint64
	netBytes    uint64
	startAllocs uint64
	startBytes  uint64
	parallelism int
	extra       map[string]float64
	result      BenchmarkResult
	time        durationOrCount
	hasSubs     bool
	loop        int // turns that Loop has given, -1 when it has ended
	loopTarget  int
	missingB    bool
}

// benchContext is shared by the benchmarks of a run.
type benchContext struct {
	match     *matcher
	maxLen    int // of the longest name, for alignment
	extLen    int
	header    bool
	processes int
}

// BenchmarkResult is what a benchmark measured.
type BenchmarkResult struct {
	N         int
	T         time.Duration
	Bytes     int64
	MemAllocs uint64
	MemBytes  uint64
	Extra     map[string]float64
}

// NsPerOp gives the time of one turn.
func (r BenchmarkResult) NsPerOp() int64 {
	if v, ok := r.Extra["ns/op"]; ok {
		return int64(v)
	}
	if r.N <= 0 {
		return 0
	}
	return r.T.Nanoseconds() / int64(r.N)
}

func (r BenchmarkResult) mbPerSec() float64 {
	if v, ok := r.Extra["MB/s"]; ok {
		return v
	}
	if r.Bytes <= 0 || r.T <= 0 || r.N <= 0 {
		return 0
	}
	return (float64(r.Bytes) * float64(r.N) / 1e6) / r.T.Seconds()
}

// AllocsPerOp gives the allocations of one turn.
func (r BenchmarkResult) AllocsPerOp() int64 {
	if v, ok := r.Extra["allocs/op"]; ok {
		return int64(v)
	}
	if r.N <= 0 {
		return 0
	}
	return int64(r.MemAllocs) / int64(r.N)
}

// AllocedBytesPerOp gives the bytes allocated in one turn.
func (r BenchmarkResult) AllocedBytesPerOp() int64 {
	if v, ok := r.Extra["B/op"]; ok {
		return int64(v)
	}
	if r.N <= 0 {
		return 0
	}
	return int64(r.MemBytes) / int64(r.N)
}

// String gives the result as a line.
func (r BenchmarkResult) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%8d", r.N)
	ns, ok := r.Extra["ns/op"]
	if !ok {
		ns = float64(r.T.Nanoseconds()) / float64(r.N)
	}
	if ns != 0 {
		b.WriteByte('\t')
		writeNumber(&b, ns, "ns/op")
	}
	if mb := r.mbPerSec(); mb != 0 {
		fmt.Fprintf(&b, "\t%7.2f MB/s", mb)
	}
	var units []string
	for unit := range r.Extra {
		switch unit {
		case "ns/op", "MB/s", "B/op", "allocs/op":
		default:
			units = append(units, unit)
		}
	}
	sort.Strings(units)
	for _, unit := range units {
		b.WriteByte('\t')
		writeNumber(&b, r.Extra[unit], unit)
	}
	return b.String()
}

// writeNumber writes x with about four digits, aligned at the point.
func writeNumber(b *strings.Builder, x float64, unit string) {
	format := "%10.4f %s"
	switch y := math.Abs(x); {
	case y == 0 || y >= 999.95:
		format = "%10.0f %s"
	case y >= 99.995:
		format = "%12.1f %s"
	case y >= 9.9995:
		format = "%13.2f %s"
	case y >= 0.99995:
		format = "%14.3f %s"
	case y >= 0.099995:
		format = "%15.4f %s"
	case y >= 0.0099995:
		format = "%16.5f %s"
	default:
		format = "%17.6f %s"
	}
	fmt.Fprintf(b, format, x, unit)
}

// MemString gives the allocations as a text.
func (r BenchmarkResult) MemString() string {
	return fmt.Sprintf("%8d B/op\t%8d allocs/op", r.AllocedBytesPerOp(), r.AllocsPerOp())
}

// heapCounts gives how many objects, and how many bytes, the program has allocated so far.
func heapCounts() (allocs, bytes uint64)

// StartTimer goes on measuring.
func (b *B) StartTimer() {
	if !b.timerOn {
		b.startAllocs, b.startBytes = heapCounts()
		b.begin = time.Now()
		b.timerOn = true
	}
}

// StopTimer stops measuring.
func (b *B) StopTimer() {
	if b.timerOn {
		b.elapsed += time.Since(b.begin)
		allocs, bytes := heapCounts()
		b.netAllocs += allocs - b.startAllocs
		b.netBytes += bytes - b.startBytes
		b.timerOn = false
	}
}

// ResetTimer forgets what was measured so far.
func (b *B) ResetTimer() {
	if b.extra == nil {
		b.extra = map[string]float64{}
	}
	clear(b.extra)
	if b.timerOn {
		b.startAllocs, b.startBytes = heapCounts()
		b.begin = time.Now()
	}
	b.elapsed = 0
	b.netAllocs = 0
	b.netBytes = 0
}

// Elapsed gives the time measured.
func (b *B) Elapsed() time.Duration {
	if b.timerOn {
		return b.elapsed + time.Since(b.begin)
	}
	return b.elapsed
}

// SetBytes sets the bytes that one turn handles.
func (b *B) SetBytes(n int64) { b.bytes = n }

// ReportAllocs shows the allocations of this benchmark.
func (b *B) ReportAllocs() { b.showAllocs = true }

// ReportMetric adds a number to the result.
func (b *B) ReportMetric(n float64, unit string) {
	if unit == "" {
		panic("metric unit must not be empty")
	}
	if strings.ContainsAny(unit, " \t\n") {
		panic("metric unit must not contain whitespace")
	}
	if b.extra == nil {
		b.extra = map[string]float64{}
	}
	b.extra[unit] = n
}

// SetParallelism sets how many goroutines RunParallel takes for each processor.
func (b *B) SetParallelism(p int) {
	if p >= 1 {
		b.parallelism = p
	}
}

// Loop tells whether another turn is to be done.
func (b *B) Loop() bool {
	if b.loop == 0 {
		b.ResetTimer()
		b.StartTimer()
		b.loopTarget = 1
		if b.time.n > 0 {
			b.loopTarget = b.time.n
		}
	}
	if b.loop < b.loopTarget {
		b.loop++
		return true
	}
	if b.time.n == 0 && b.Elapsed() < b.time.d && b.loop < 1e9 {
		b.loopTarget = predict(b.time.d.Nanoseconds(), b.loop, b.Elapsed().Nanoseconds(), b.loop)
		b.loop++
		return true
	}
	b.StopTimer()
	b.N = b.loop
	return false
}

// predict gives how many turns are likely to take goal nanoseconds.
func predict(goal int64, before int, took int64, last int) int {
	if took <= 0 {
		took = 1
	}
	n := goal * int64(before) / took
	n += n / 5
	if most := 100 * int64(last); n > most {
		n = most
	}
	if n <= int64(last) {
		n = int64(last) + 1
	}
	if n > 1e9 {
		n = 1e9
	}
	return int(n)
}

// runN calls the function with that N.
func (b *B) runN(n int) {
	b.mu.Lock()
	b.ctx, b.cancel = nil, nil
	b.mu.Unlock()
	runtime.GC()
	b.N = n
	b.loop = 0
	b.parallelism = 1
	b.elapsed, b.netAllocs, b.netBytes = 0, 0, 0
	b.StartTimer()
	b.f(b)
	b.StopTimer()
	b.runCleanups()
}

// launch is the goroutine that runs the benchmark until it has taken long enough.
func (b *B) launch(first bool) {
	b.runner = "testing.(*B).launch"
	defer func() {
		if b.Failed() {
			anyFailed = true
		}
		b.signal <- true
	}()
	if first {
		b.runN(1)
		b.finished = true
		return
	}
	if b.time.n > 0 {
		if b.time.n > 1 && b.loop == 0 {
			b.runN(b.time.n)
		}
	} else if b.loop == 0 {
		for n := 1; !b.Failed() && b.elapsed < b.time.d && n < 1e9; {
			last := n
			n = predict(b.time.d.Nanoseconds(), b.N, b.elapsed.Nanoseconds(), last)
			b.runN(n)
		}
	}
	b.result = BenchmarkResult{b.N, b.elapsed, b.bytes, b.netAllocs, b.netBytes, b.extra}
}

// try runs it once; it is over then if it failed or has subbenchmarks.
func (b *B) try() bool {
	b.signal = make(chan bool)
	go b.launch(true)
	<-b.signal
	if b.Failed() {
		b.printFailure()
		return false
	}
	return !b.hasSubs && !b.Skipped()
}

func (b *B) printFailure() { fmt.Printf("--- FAIL: %s\n%s", b.name, b.takeOutput()) }

func (b *B) takeOutput() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	text := string(b.output)
	b.output = nil
	return text
}

func (b *B) measure() {
	go b.launch(false)
	<-b.signal
}

func (b *B) printHeader() {
	if b.context == nil || b.context.header {
		return
	}
	b.context.header = true
	fmt.Printf("goos: %s\ngoarch: %s\n", runtime.GOOS, runtime.GOARCH)
	if pkg := os.Getenv("SLUICE_TEST_PACKAGE"); pkg != "" {
		fmt.Printf("pkg: %s\n", pkg)
	}
}

func fullBenchName(name string, n int) string {
	if n == 1 {
		return name
	}
	return name + "-" + strconv.Itoa(n)
}

// Run runs f as a subbenchmark.
func (b *B) Run(name string, f func(b *B)) bool {
	b.hasSubs = true
	full := name
	ok := true
	if b.context != nil {
		full, ok = b.context.match.fullName(&b.common, name)
	} else if b.name != "" {
		full = b.name + "/" + name
	}
	if !ok {
		return true
	}
	if context := b.context; context != nil {
		if n := len(full) + context.extLen + 1; n > context.maxLen {
			context.maxLen = n + 8 // not so soon again
		}
	}
	sub := &B{common: common{name: full, parent: &b.common, level: b.level + 1, bench: true}, f: f, context: b.context,
		time: b.time}
	sub.run()
	if b.context == nil {
		b.result.add(sub.result)
	}
	return !sub.Failed()
}

// add joins the results of subbenchmarks, as Benchmark gives them.
func (r *BenchmarkResult) add(other BenchmarkResult) {
	if other.N <= 0 {
		return
	}
	r.N = 1
	r.T += time.Duration(other.NsPerOp())
	r.MemAllocs += uint64(other.AllocsPerOp())
	r.MemBytes += uint64(other.AllocedBytesPerOp())
	if other.Bytes > 0 {
		r.Bytes += other.Bytes
	}
}

// run tries it, measures it, and prints the line.
func (b *B) run() {
	good := b.try()
	if b.context == nil {
		if good {
			b.measure()
		}
		return
	}
	if !good {
		if b.Skipped() || b.hasSubs && len(b.output) > 0 {
			status := "BENCH"
			if b.Skipped() {
				status = "SKIP"
			}
			if verbose || !b.Skipped() {
				fmt.Printf("--- %s: %s\n%s", status, fullBenchName(b.name, b.context.processes), b.takeOutput())
			}
		}
		return
	}
	b.printHeader()
	name := fullBenchName(b.name, b.context.processes)
	fmt.Printf("%-*s\t", b.context.maxLen, name)
	b.measure()
	if b.Failed() {
		fmt.Printf("--- FAIL: %s\n%s", name, b.takeOutput())
		return
	}
	text := b.result.String()
	if benchMem || b.showAllocs {
		text += "\t" + b.result.MemString()
	}
	fmt.Println(text)
	if log := b.takeOutput(); log != "" {
		fmt.Printf("--- BENCH: %s\n%s", name, log)
	}
}

// runBenchmarks runs those that -bench wants.
func runBenchmarks(benchmarks []InternalBenchmark) bool {
	if benchFlag == "" {
		return true
	}
	context := &benchContext{match: newMatcher(nil, benchFlag, "-test.bench", skipFlag), processes: runtime.GOMAXPROCS(0)}
	context.extLen = len(fullBenchName("", context.processes))
	var wanted []InternalBenchmark
	for _, benchmark := range benchmarks {
		if context.match.want(benchmark.Name) {
			wanted = append(wanted, benchmark)
			if n := len(fullBenchName(benchmark.Name, context.processes)) + context.extLen + 1; n > context.maxLen {
				context.maxLen = n
			}
		}
	}
	root := &common{bench: true}
	for i := uint(0); i < countFlag; i++ {
		for _, benchmark := range wanted {
			if failFastNow() {
				break
			}
			b := &B{common: common{name: benchmark.Name, parent: root, level: 1, bench: true}, f: benchmark.F,
				context: context, time: benchTime}
			b.run()
		}
	}
	return !root.failed
}

// RunBenchmarks runs those that -bench wants.
func RunBenchmarks(matchString func(pat, str string) (bool, error), benchmarks []InternalBenchmark) {
	runBenchmarks(benchmarks)
}

// Benchmark measures f.
func Benchmark(f func(b *B)) BenchmarkResult {
	b := &B{common: common{bench: true}, f: f, time: benchTime}
	if !b.try() {
		return b.result
	}
	b.measure()
	return b.result
}

// PB is a goroutine's part of RunParallel.
type PB struct {
	next  *atomic.Uint64 // turns that have been handed out
	grain uint64
	cache uint64
	total uint64
}

// Next tells whether another turn is to be done.
func (pb *PB) Next() bool {
	if pb.cache == 0 {
		n := pb.next.Add(pb.grain)
		if n <= pb.total {
			pb.cache = pb.grain
		} else if n < pb.total+pb.grain {
			pb.cache = pb.total + pb.grain - n
		} else {
			return false
		}
	}
	pb.cache--
	return true
}

// RunParallel calls body in several goroutines, which share the turns.
func (b *B) RunParallel(body func(*PB)) {
	if b.N == 0 {
		return
	}
	if b.parallelism == 0 {
		b.parallelism = 1
	}
	var next atomic.Uint64
	grain := uint64(b.N/1000 + 1)
	if grain > 10000 {
		grain = 10000
	}
	var wg sync.WaitGroup
	for i := 0; i < b.parallelism*runtime.GOMAXPROCS(0); i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			body(&PB{next: &next, grain: grain, total: uint64(b.N)})
		}()
	}
	wg.Wait()
	if next.Load() <= uint64(b.N) && !b.Failed() {
		b.Fatal("RunParallel: body exited without pb.Next() == false")
	}
}

// AllocsPerRun gives how many allocations a call of f makes, on average.
func AllocsPerRun(runs int, f func()) (avg float64) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	f()
	before, _ := heapCounts()
	for i := 0; i < runs; i++ {
		f()
	}
	after, _ := heapCounts()
	return float64((after - before) / uint64(runs))
}
