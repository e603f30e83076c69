// SPDX-License-Identifier: MIT

// Package testing runs tests and benchmarks of the program itself.
package testing

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync"
	"time"
)

// TB is what tests and benchmarks share.
type TB interface {
	Cleanup(func())
	Context() context.Context
	Error(args ...any)
	Errorf(format string, args ...any)
	Fail()
	FailNow()
	Failed() bool
	Fatal(args ...any)
	Fatalf(format string, args ...any)
	Helper()
	Log(args ...any)
	Logf(format string, args ...any)
	Name() string
	Setenv(key, value string)
	Skip(args ...any)
	SkipNow()
	Skipf(format string, args ...any)
	Skipped() bool
	TempDir() string
}

// common is a test's or a benchmark's state.
type common struct {
	mu       sync.Mutex // guards what follows
	name     string
	output   []byte
	failed   bool
	skipped  bool
	finished bool
	cleanups []func()
	ctx      context.Context
	cancel   context.CancelFunc
	level    int
	parent   *common
	start    time.Time
	duration time.Duration
}

func (c *common) log(s string) {
	place := "???:1: "
	if _, file, line, ok := runtime.Caller(2); ok {
		place = fmt.Sprintf("%s:%d: ", file[strings.LastIndexByte(file, '/')+1:], line)
	}
	s = strings.TrimSuffix(s, "\n")
	s = strings.ReplaceAll(s, "\n", "\n        ")
	c.mu.Lock()
	defer c.mu.Unlock()
	c.output = append(c.output, "    "+place+s+"\n"...)
}

// Name gives the test's name.
func (c *common) Name() string { return c.name }

// Fail marks the test as failed.
func (c *common) Fail() {
	if c.parent != nil {
		c.parent.Fail()
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.failed = true
}

// Failed tells whether the test has failed.
func (c *common) Failed() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.failed
}

// FailNow marks the test as failed and ends it.
func (c *common) FailNow() {
	c.Fail()
	c.mu.Lock()
	c.finished = true
	c.mu.Unlock()
	runtime.Goexit()
}

// Log writes to the test's output.
func (c *common) Log(args ...any) { c.log(fmt.Sprintln(args...)) }

// Logf writes to the test's output.
func (c *common) Logf(format string, args ...any) { c.log(fmt.Sprintf(format, args...)) }

// Error is Log and Fail.
func (c *common) Error(args ...any) {
	c.log(fmt.Sprintln(args...))
	c.Fail()
}

// Errorf is Logf and Fail.
func (c *common) Errorf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...))
	c.Fail()
}

// Fatal is Log and FailNow.
func (c *common) Fatal(args ...any) {
	c.log(fmt.Sprintln(args...))
	c.FailNow()
}

// Fatalf is Logf and FailNow.
func (c *common) Fatalf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...))
	c.FailNow()
}

// Skip is Log and SkipNow.
func (c *common) Skip(args ...any) {
	c.log(fmt.Sprintln(args...))
	c.SkipNow()
}

// Skipf is Logf and SkipNow.
func (c *common) Skipf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...))
	c.SkipNow()
}

// SkipNow marks the test as skipped and ends it.
func (c *common) SkipNow() {
	c.mu.Lock()
	c.skipped = true
	c.finished = true
	c.mu.Unlock()
	runtime.Goexit()
}

// Skipped tells whether the test was skipped.
func (c *common) Skipped() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.skipped
}

// Helper does nothing.
func (c *common) Helper() {}

// Cleanup calls f when the test is over.
func (c *common) Cleanup(f func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.cleanups = append(c.cleanups, f)
}

// Setenv sets a variable of the environment until the test is over.
func (c *common) Setenv(key, value string) {
	old, ok := os.LookupEnv(key)
	os.Setenv(key, value)
	c.Cleanup(func() {
		if ok {
			os.Setenv(key, old)
		} else {
			os.Unsetenv(key)
		}
	})
}

// TempDir ends the test: there are no files.
func (c *common) TempDir() string {
	c.Fatal("TempDir: operation not permitted")
	return ""
}

// Context ends just before the cleanups.
func (c *common) Context() context.Context {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.ctx == nil {
		c.ctx, c.cancel = context.WithCancel(context.Background())
	}
	return c.ctx
}

func (c *common) runCleanups() {
	c.mu.Lock()
	cancel := c.cancel
	c.mu.Unlock()
	if cancel != nil {
		cancel()
	}
	for {
		c.mu.Lock()
		n := len(c.cleanups)
		if n == 0 {
			c.mu.Unlock()
			return
		}
		f := c.cleanups[n-1]
		c.cleanups = c.cleanups[:n-1]
		c.mu.Unlock()
		f()
	}
}

func (c *common) report(verbose bool) string {
	status := "PASS"
	if c.failed {
		status = "FAIL"
	} else if c.skipped {
		status = "SKIP"
	}
	if !verbose && !c.failed {
		return ""
	}
	return fmt.Sprintf("--- %s: %s (%.2fs)\n%s", status, c.name, c.duration.Seconds(), c.output)
}

// T is a test's handle.
type T struct {
	common
	barrier  chan struct{} // closed when the parallel subtests may go on
	done     chan struct{}
	parallel chan struct{} // closed when the test has called Parallel
	parentT  *T
	subs     []*T
}

func newT(name string, parent *common) *T {
	return &T{common: common{name: name, parent: parent}, barrier: make(chan struct{}), done: make(chan struct{}),
		parallel: make(chan struct{})}
}

// Parallel lets the test run beside others, when those that are not parallel are over.
func (t *T) Parallel() {
	if t.parentT != nil {
		close(t.parallel)
		<-t.parentT.barrier
	}
}

// Deadline tells that there is none.
func (t *T) Deadline() (deadline time.Time, ok bool) { return }

// Run runs f as a subtest.
func (t *T) Run(name string, f func(t *T)) bool {
	name = t.name + "/" + strings.ReplaceAll(name, " ", "_")
	sub := newT(name, &t.common)
	sub.parentT = t
	sub.level = t.level + 1
	go runTest(sub, f)
	select {
	case <-sub.done:
		t.keep(sub)
	case <-sub.parallel:
		t.subs = append(t.subs, sub)
	}
	return !sub.failed
}

// keep takes a subtest's output.
func (t *T) keep(sub *T) {
	text := sub.report(verbose)
	if text == "" {
		return
	}
	text = "    " + strings.ReplaceAll(strings.TrimSuffix(text, "\n"), "\n", "\n    ") + "\n"
	t.mu.Lock()
	t.output = append(t.output, text...)
	t.mu.Unlock()
}

func runTest(t *T, f func(t *T)) {
	t.start = time.Now()
	normal := false
	defer func() {
		if !normal && !t.finished {
			if r := recover(); r != nil {
				fmt.Print(t.report(true))
				panic(r)
			}
			t.output = append(t.output, "    testing: test executed panic(nil) or runtime.Goexit\n"...)
			t.Fail()
		}
		if len(t.subs) > 0 {
			close(t.barrier)
			for _, sub := range t.subs {
				<-sub.done
				t.keep(sub)
			}
		}
		t.runCleanups()
		t.duration = time.Since(t.start)
		close(t.done)
	}()
	f(t)
	normal = true
}

// InternalTest is a test by name.
type InternalTest struct {
	Name string
	F    func(*T)
}

// InternalBenchmark is a benchmark by name.
type InternalBenchmark struct {
	Name string
	F    func(b *B)
}

// InternalExample is an example by name.
type InternalExample struct {
	Name      string
	F         func()
	Output    string
	Unordered bool
}

// InternalFuzzTarget is a fuzz test by name.
type InternalFuzzTarget struct {
	Name string
	Fn   func(f *F)
}

var verbose, short bool

// Verbose tells whether -test.v was given.
func Verbose() bool { return verbose }

// Short tells whether -test.short was given.
func Short() bool { return short }

// Testing tells that this is a test.
func Testing() bool { return true }

// CoverMode is "".
func CoverMode() string { return "" }

// Init reads the flags of tests.
func Init() {
	for _, a := range os.Args[1:] {
		switch a {
		case "-v", "-test.v", "-test.v=true", "--test.v":
			verbose = true
		case "-short", "-test.short", "-test.short=true":
			short = true
		}
	}
}

// RunTests runs the tests one by one; parallel ones together at the end.
func RunTests(matchString func(pat, str string) (bool, error), tests []InternalTest) (ok bool) {
	root := newT("", nil)
	for _, test := range tests {
		t := newT(test.Name, &root.common)
		t.parentT = root
		if verbose {
			fmt.Printf("=== RUN   %s\n", t.name)
		}
		go runTest(t, test.F)
		select {
		case <-t.done:
			fmt.Print(t.report(verbose))
		case <-t.parallel:
			root.subs = append(root.subs, t)
		}
	}
	close(root.barrier)
	for _, t := range root.subs {
		<-t.done
		fmt.Print(t.report(verbose))
	}
	return !root.failed
}

// M runs the tests of a program.
type M struct {
	tests []InternalTest
}

// MainStart makes an M.
func MainStart(deps any, tests []InternalTest, benchmarks []InternalBenchmark, fuzzTargets []InternalFuzzTarget, examples []InternalExample) *M {
	Init()
	return &M{tests}
}

// Run runs the tests and gives the program's exit code.
func (m *M) Run() (code int) {
	if len(m.tests) == 0 {
		fmt.Println("testing: warning: no tests to run")
	}
	if !RunTests(nil, m.tests) {
		fmt.Println("FAIL")
		return 1
	}
	fmt.Println("PASS")
	return 0
}

// Main runs the tests and ends the program.
func Main(matchString func(pat, str string) (bool, error), tests []InternalTest, benchmarks []InternalBenchmark, examples []InternalExample) {
	os.Exit(MainStart(nil, tests, benchmarks, nil, examples).Run())
}

// ---- benchmarks ----

// B is a benchmark's handle.
type B struct {
	common
	N       int
	timerOn bool
	begin   time.Time
	elapsed time.Duration
	loops   int
	bytes   int64
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
	if r.N <= 0 {
		return 0
	}
	return r.T.Nanoseconds() / int64(r.N)
}

// AllocsPerOp is not measured.
func (r BenchmarkResult) AllocsPerOp() int64 { return 0 }

// AllocedBytesPerOp is not measured.
func (r BenchmarkResult) AllocedBytesPerOp() int64 { return 0 }

// String gives the result as a line.
func (r BenchmarkResult) String() string { return fmt.Sprintf("%8d\t%10d ns/op", r.N, r.NsPerOp()) }

// StartTimer goes on measuring.
func (b *B) StartTimer() {
	if !b.timerOn {
		b.begin = time.Now()
		b.timerOn = true
	}
}

// StopTimer stops measuring.
func (b *B) StopTimer() {
	if b.timerOn {
		b.elapsed += time.Since(b.begin)
		b.timerOn = false
	}
}

// ResetTimer measures from now on.
func (b *B) ResetTimer() {
	b.begin = time.Now()
	b.elapsed = 0
}

// Elapsed gives the time measured.
func (b *B) Elapsed() time.Duration {
	if b.timerOn {
		return b.elapsed + time.Since(b.begin)
	}
	return b.elapsed
}

// SetBytes sets the bytes of one turn.
func (b *B) SetBytes(n int64) { b.bytes = n }

// ReportAllocs does nothing.
func (b *B) ReportAllocs() {}

// ReportMetric does nothing.
func (b *B) ReportMetric(n float64, unit string) {}

// SetParallelism does nothing.
func (b *B) SetParallelism(p int) {}

// Loop tells whether another turn is to be done.
func (b *B) Loop() bool {
	if b.loops == 0 {
		b.ResetTimer()
		b.StartTimer()
	}
	if b.loops > 0 && b.Elapsed() > 100*time.Millisecond {
		b.StopTimer()
		b.N = b.loops
		return false
	}
	b.loops++
	return true
}

// Run runs f as a benchmark.
func (b *B) Run(name string, f func(b *B)) bool {
	r := Benchmark(f)
	fmt.Printf("%s\t%s\n", b.name+"/"+name, r)
	return true
}

// PB is a goroutine's part of RunParallel.
type PB struct {
	left int
}

// Next tells whether another turn is to be done.
func (pb *PB) Next() bool {
	pb.left--
	return pb.left >= 0
}

// RunParallel calls body in several goroutines.
func (b *B) RunParallel(body func(*PB)) {
	n := runtime.GOMAXPROCS(0)
	var wg sync.WaitGroup
	for i := 0; i < n; i++ {
		part := &PB{b.N / n}
		if i == 0 {
			part.left += b.N % n
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			body(part)
		}()
	}
	wg.Wait()
}

// Benchmark measures f.
func Benchmark(f func(b *B)) BenchmarkResult {
	n := 1
	for {
		b := &B{N: n}
		b.StartTimer()
		f(b)
		b.StopTimer()
		b.runCleanups()
		if b.loops > 0 || b.elapsed > 50*time.Millisecond || n >= 1e8 || b.failed {
			return BenchmarkResult{N: b.N, T: b.elapsed, Bytes: b.bytes}
		}
		n *= 4
	}
}

// AllocsPerRun calls f, and gives 0: allocations are not counted.
func AllocsPerRun(runs int, f func()) (avg float64) {
	for i := 0; i <= runs; i++ {
		f()
	}
	return 0
}

// F is a fuzz test's handle.
type F struct {
	common
}

// Add does nothing.
func (f *F) Add(args ...any) {}

// Fuzz does nothing.
func (f *F) Fuzz(ff any) {}
