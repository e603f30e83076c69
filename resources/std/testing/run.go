// SPDX-License-Identifier: MIT

package testing

import (
	"flag"
	"fmt"
	"math/rand"
	"os"
	"runtime"
	"sort"
	"strconv"
	"strings"
	"sync"
	"time"
)

// T is a test's handle.
type T struct {
	common
	context *testContext
}

// testContext is shared by the tests of a run: which are wanted, and how many may run at the same time.
type testContext struct {
	match       *matcher
	deadline    time.Time
	mu          sync.Mutex
	start       chan bool // parallel tests wait here for one of those that run to end
	running     int
	waiting     int
	maxParallel int
}

func newContext(maxParallel int, m *matcher) *testContext {
	return &testContext{match: m, start: make(chan bool), maxParallel: maxParallel, running: 1}
}

func (c *testContext) waitParallel() {
	c.mu.Lock()
	if c.running < c.maxParallel {
		c.running++
		c.mu.Unlock()
		return
	}
	c.waiting++
	c.mu.Unlock()
	<-c.start
}

func (c *testContext) release() {
	c.mu.Lock()
	if c.waiting == 0 {
		c.running--
		c.mu.Unlock()
		return
	}
	c.waiting--
	c.mu.Unlock()
	c.start <- true
}

// running has the tests that run, for the text of a timeout.
var running struct {
	mu    sync.Mutex
	tests map[*T]time.Time
}

func noteRunning(t *T) {
	if t.parent == nil {
		return
	}
	running.mu.Lock()
	if running.tests == nil {
		running.tests = map[*T]time.Time{}
	}
	running.tests[t] = time.Now()
	running.mu.Unlock()
}

func noteEnded(t *T) {
	running.mu.Lock()
	delete(running.tests, t)
	running.mu.Unlock()
}

// Parallel lets the test run beside others that do so, once those that do not are over.
func (t *T) Parallel() {
	t.outside("Parallel")
	if t.isParallel {
		panic("testing: t.Parallel called multiple times")
	}
	for p := &t.common; p != nil; p = p.parent {
		if p.envChanged {
			panic("testing: test using t.Setenv, t.Chdir, or cryptotest.SetGlobalRandom can not use t.Parallel")
		}
	}
	t.isParallel = true
	if t.parent == nil || t.parent.barrier == nil {
		return
	}
	t.duration += time.Since(t.start) // waiting does not count
	t.parent.mu.Lock()
	t.parent.sub = append(t.parent.sub, t)
	t.parent.mu.Unlock()
	if t.chatty != nil {
		t.chatty.update(t.name, "=== PAUSE %s\n", t.name)
	}
	noteEnded(t)
	t.signal <- true
	<-t.parent.barrier
	t.context.waitParallel()
	if t.chatty != nil {
		t.chatty.update(t.name, "=== CONT  %s\n", t.name)
	}
	noteRunning(t)
	t.start = time.Now()
}

// Deadline tells when -timeout ends the run.
func (t *T) Deadline() (deadline time.Time, ok bool) {
	t.outside("Deadline")
	deadline = t.context.deadline
	return deadline, !deadline.IsZero()
}

// tRunner is the outermost function of a test's goroutine.
func tRunner(t *T, f func(t *T)) {
	t.runner = "testing.tRunner"
	defer endTest(t)
	defer func() {
		if len(t.sub) == 0 {
			t.runCleanups()
		}
	}()
	noteRunning(t)
	t.start = time.Now()
	f(t)
	t.mu.Lock()
	t.finished = true
	t.mu.Unlock()
}

// panicWith ends the program because of a test, after telling what it and those that it is part of have to say.
func panicWith(t *T, value any) {
	t.Fail()
	if r := t.tryCleanups(); r != nil {
		t.Logf("cleanup panicked with %v", r)
	}
	for c := &t.common; c.parent != nil; c = c.parent {
		c.duration += time.Since(c.start)
		c.cleanupPartial()
		c.flush("--- FAIL: %s (%.2fs)\n", c.name, c.duration.Seconds())
		if r := c.parent.tryCleanups(); r != nil {
			fmt.Printf("cleanup panicked with %v", r)
		}
	}
	panic(value)
}

// endTest ends a test however its function came to an end. It is called deferred.
func endTest(t *T) {
	if t.Failed() {
		anyFailed = true
	}
	failure := recover()
	signal := true
	t.mu.RLock()
	finished := t.finished
	t.mu.RUnlock()
	if !finished && failure == nil {
		failure = errNilPanicOrGoexit
		for p := t.parent; p != nil; p = p.parent { // a subtest called FailNow of a test that it is part of
			p.mu.RLock()
			ended := p.finished
			p.mu.RUnlock()
			if ended {
				t.Errorf("%v: subtest may have called FailNow on a parent test", failure)
				failure = nil
				signal = false
				break
			}
		}
	}
	panicking := false
	defer func() {
		if !panicking {
			t.signal <- signal
		}
	}()
	if failure != nil {
		panicking = true
		panicWith(t, failure)
	}
	t.duration += time.Since(t.start)
	if len(t.sub) > 0 {
		t.context.release()
		close(t.barrier)
		for _, sub := range t.sub {
			<-sub.signal
		}
		start := time.Now()
		if r := t.tryCleanups(); r != nil {
			panicking = true
			panicWith(t, r)
		}
		t.duration += time.Since(start)
		if !t.isParallel {
			t.context.waitParallel()
		}
	} else if t.isParallel {
		t.context.release()
	}
	t.cleanupPartial()
	noteEnded(t)
	t.report()
	t.mu.Lock()
	t.done = true
	t.mu.Unlock()
}

// Run runs f as a subtest and waits until it is over, or waits to run in parallel.
func (t *T) Run(name string, f func(t *T)) bool {
	t.outside("Run")
	testName, ok := t.context.match.fullName(&t.common, name)
	if !ok || failFastNow() {
		return true
	}
	sub := &T{common: common{barrier: make(chan bool), signal: make(chan bool, 1), name: testName, parent: &t.common,
		level: t.level + 1, chatty: t.chatty}, context: t.context}
	if sub.chatty != nil {
		sub.chatty.update(sub.name, "=== RUN   %s\n", sub.name)
	}
	go tRunner(sub, f)
	if !<-sub.signal { // the subtest has ended this test
		runtime.Goexit()
	}
	return !sub.Failed()
}

// ---- flags ----

var (
	initDone  bool
	verbose   bool
	short     bool
	failFast  bool
	benchMem  bool
	runFlag   string
	skipFlag  string
	listFlag  string
	benchFlag string
	fuzzFlag  string
	cpuFlag   string
	shuffle   string
	countFlag uint
	parallel  int
	timeout   time.Duration
	benchTime = durationOrCount{d: time.Second}
	anyFailed bool
	started   bool
)

// durationOrCount is a flag like "1s" or "100x".
type durationOrCount struct {
	d time.Duration
	n int
}

func (f *durationOrCount) String() string {
	if f.n > 0 {
		return fmt.Sprintf("%dx", f.n)
	}
	return f.d.String()
}

func (f *durationOrCount) Set(s string) error {
	if strings.HasSuffix(s, "x") {
		n, err := strconv.ParseInt(s[:len(s)-1], 10, 0)
		if err != nil || n < 0 {
			return fmt.Errorf("invalid count")
		}
		*f = durationOrCount{n: int(n)}
		return nil
	}
	d, err := time.ParseDuration(s)
	if err != nil || d < 0 {
		return fmt.Errorf("invalid duration")
	}
	*f = durationOrCount{d: d}
	return nil
}

// chattyFlag is -v, which may also be "test2json".
type chattyFlag struct{}

func (chattyFlag) IsBoolFlag() bool { return true }
func (chattyFlag) String() string   { return strconv.FormatBool(verbose) }
func (chattyFlag) Get() any         { return verbose }

func (chattyFlag) Set(s string) error {
	switch s {
	case "true", "test2json", "1", "t":
		verbose = true
	case "false", "0", "f":
		verbose = false
	default:
		return fmt.Errorf("invalid flag -test.v=%s", s)
	}
	return nil
}

// Init registers the flags of tests. "sluice test" has it done; others may call it before flag.Parse.
func Init() {
	if initDone {
		return
	}
	initDone = true
	flag.BoolVar(&short, "test.short", false, "run smaller test suite to save time")
	flag.BoolVar(&failFast, "test.failfast", false, "do not start new tests after the first test failure")
	flag.Var(chattyFlag{}, "test.v", "verbose: print additional output")
	flag.UintVar(&countFlag, "test.count", 1, "run tests and benchmarks `n` times")
	flag.StringVar(&listFlag, "test.list", "", "list tests, examples, and benchmarks matching `regexp` then exit")
	flag.StringVar(&runFlag, "test.run", "", "run only tests and examples matching `regexp`")
	flag.StringVar(&skipFlag, "test.skip", "", "do not list or run tests matching `regexp`")
	flag.StringVar(&benchFlag, "test.bench", "", "run only benchmarks matching `regexp`")
	flag.BoolVar(&benchMem, "test.benchmem", false, "print memory allocations for benchmarks")
	flag.Var(&benchTime, "test.benchtime", "run each benchmark for duration `d` or N times if `d` is of the form Nx")
	flag.StringVar(&fuzzFlag, "test.fuzz", "", "run the fuzz test matching `regexp`")
	flag.StringVar(&cpuFlag, "test.cpu", "", "comma-separated `list` of cpu counts to run each test with")
	flag.StringVar(&shuffle, "test.shuffle", "off", "randomize the execution order of tests and benchmarks")
	flag.IntVar(&parallel, "test.parallel", runtime.GOMAXPROCS(0), "run at most `n` tests in parallel")
	flag.DurationVar(&timeout, "test.timeout", 0, "panic test binary after duration `d` (0 means unlimited)")
}

func failFastNow() bool { return failFast && anyFailed }

// Verbose tells whether -v was given.
func Verbose() bool {
	if !flag.Parsed() {
		panic("testing: Verbose called before Parse")
	}
	return verbose
}

// Short tells whether -short was given.
func Short() bool {
	if !initDone {
		panic("testing: Short called before Init")
	}
	if !flag.Parsed() {
		panic("testing: Short called before Parse")
	}
	return short
}

// Testing tells whether the program is a test.
func Testing() bool { return started }

// CoverMode is "": nothing is counted.
func CoverMode() string { return "" }

// Coverage is 0: nothing is counted.
func Coverage() float64 { return 0 }

// ---- the run ----

// InternalTest is a test by name.
type InternalTest struct {
	Name string
	F    func(*T)
}

// M runs the tests of a program.
type M struct {
	tests      []InternalTest
	benchmarks []InternalBenchmark
	fuzz       []InternalFuzzTarget
	examples   []InternalExample
	exitCode   *int
}

// MainStart makes the M of the program that "sluice test" writes around a package; deps points to the variable that
// takes the exit code.
func MainStart(deps any, tests []InternalTest, benchmarks []InternalBenchmark, fuzzTargets []InternalFuzzTarget, examples []InternalExample) *M {
	Init()
	started = true
	code, ok := deps.(*int)
	if !ok {
		code = new(int)
	}
	return &M{tests: tests, benchmarks: benchmarks, fuzz: fuzzTargets, examples: examples, exitCode: code}
}

// startAlarm lets the program end after -timeout.
func (m *M) startAlarm() time.Time {
	if timeout <= 0 {
		return time.Time{}
	}
	deadline := time.Now().Add(timeout)
	alarm(func() {
		var text strings.Builder
		fmt.Fprintf(&text, "panic: test timed out after %v\n", timeout)
		running.mu.Lock()
		var list []string
		for t, since := range running.tests {
			list = append(list, fmt.Sprintf("%s (%v)", t.name, time.Since(since).Round(time.Second)))
		}
		running.mu.Unlock()
		sort.Strings(list)
		if len(list) > 0 {
			text.WriteString("\trunning tests:")
			for _, name := range list {
				text.WriteString("\n\t\t" + name)
			}
			text.WriteString("\n")
		}
		text.WriteString("\n" + allStacks())
		os.Stderr.WriteString(text.String())
		os.Exit(2)
	}, int64(timeout))
	return deadline
}

// alarm arms a timer of which the machine knows that it wakes nobody: a deadlock beside it is one.
func alarm(f func(), d int64)

func allStacks() string {
	buf := make([]byte, 1<<16)
	for {
		n := runtime.Stack(buf, true)
		if n < len(buf) {
			return string(buf[:n])
		}
		buf = make([]byte, 2*len(buf))
	}
}

// runTests runs the tests, count times.
func runTests(match func(pat, str string) (bool, error), tests []InternalTest, deadline time.Time) (ran, ok bool) {
	ok = true
	for i := uint(0); i < countFlag; i++ {
		if failFastNow() || i > 0 && !ran {
			break
		}
		context := newContext(parallel, newMatcher(match, runFlag, "-test.run", skipFlag))
		context.deadline = deadline
		root := &T{common: common{signal: make(chan bool, 1), barrier: make(chan bool)}, context: context}
		if verbose {
			root.chatty = &chatty{}
		}
		tRunner(root, func(t *T) {
			for _, test := range tests {
				t.Run(test.Name, test.F)
			}
		})
		<-root.signal
		ok = ok && !root.failed
		ran = ran || context.match.matched
		if root.failed {
			anyFailed = true
		}
	}
	return ran, ok
}

// RunTests runs the tests and tells whether all were good.
func RunTests(matchString func(pat, str string) (bool, error), tests []InternalTest) (ok bool) {
	Init()
	_, ok = runTests(matchString, tests, time.Time{})
	return ok
}

func (m *M) list() {
	match := newMatcher(nil, listFlag, "-test.list", skipFlag)
	print := func(name string) {
		if match.want(name) {
			fmt.Println(name)
		}
	}
	for _, t := range m.tests {
		print(t.Name)
	}
	for _, t := range m.benchmarks {
		print(t.Name)
	}
	for _, t := range m.fuzz {
		print(t.Name)
	}
	for _, t := range m.examples {
		print(t.Name)
	}
}

func (m *M) doShuffle() bool {
	if shuffle == "off" || shuffle == "" {
		return true
	}
	seed := time.Now().UnixNano()
	if shuffle != "on" {
		n, err := strconv.ParseInt(shuffle, 10, 64)
		if err != nil {
			fmt.Fprintln(os.Stderr, `testing: -shuffle should be "off", "on", or a valid integer:`, err)
			return false
		}
		seed = n
	}
	fmt.Println("-test.shuffle", seed)
	rng := rand.New(rand.NewSource(seed))
	rng.Shuffle(len(m.tests), func(i, j int) { m.tests[i], m.tests[j] = m.tests[j], m.tests[i] })
	rng.Shuffle(len(m.benchmarks), func(i, j int) { m.benchmarks[i], m.benchmarks[j] = m.benchmarks[j], m.benchmarks[i] })
	return true
}

// Run runs the tests and gives the program's exit code.
func (m *M) Run() (code int) {
	admitBubbles()
	defer func() { *m.exitCode = code }()
	if !flag.Parsed() {
		flag.Parse()
	}
	if parallel < 1 {
		fmt.Fprintln(os.Stderr, "testing: -parallel can only be given a positive integer")
		flag.Usage()
		return 2
	}
	if listFlag != "" {
		m.list()
		return 0
	}
	if !m.doShuffle() {
		return 2
	}
	deadline := m.startAlarm()
	ran, ok := runTests(nil, m.tests, deadline)
	fuzzRan, fuzzOk := runFuzz(m.fuzz, deadline)
	exampleRan, exampleOk := runExamples(nil, m.examples)
	ran = ran || fuzzRan || exampleRan
	if !ran && benchFlag == "" {
		fmt.Fprintln(os.Stderr, "testing: warning: no tests to run")
	}
	benchOk := true
	if ok && fuzzOk && exampleOk {
		benchOk = runBenchmarks(m.benchmarks)
	}
	if !ok || !fuzzOk || !exampleOk || !benchOk {
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
