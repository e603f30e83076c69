// SPDX-License-Identifier: MIT

package testing

import (
	"fmt"
	"reflect"
	"runtime"
	"time"
)

// InternalFuzzTarget is a fuzz test by name.
type InternalFuzzTarget struct {
	Name string
	Fn   func(f *F)
}

// F is a fuzz test's handle. Its function is called with the inputs that Add gave; new ones are not made.
type F struct {
	common
	context *testContext
	corpus  [][]any
	called  bool
}

// Add adds an input.
func (f *F) Add(args ...any) {
	for _, arg := range args {
		switch arg.(type) {
		case []byte, string, bool, byte, rune, float32, float64, int, int8, int16, int64, uint, uint16, uint32, uint64:
		default:
			panic(fmt.Sprintf("testing: unsupported type to Add %v", reflect.TypeOf(arg)))
		}
	}
	f.corpus = append(f.corpus, args)
}

// Fuzz calls ff, a func(t *testing.T, ...), with each input as a subtest.
func (f *F) Fuzz(ff any) {
	if f.called {
		panic("testing: F.Fuzz called more than once")
	}
	f.called = true
	if f.Failed() {
		return
	}
	fn := reflect.ValueOf(ff)
	kind := fn.Type()
	if kind.Kind() != reflect.Func {
		panic("testing: F.Fuzz must receive a function")
	}
	if kind.NumIn() < 2 || kind.In(0) != reflect.TypeOf((*T)(nil)) {
		panic("testing: fuzz target must receive at least two arguments, where the first argument is a *T")
	}
	if kind.NumOut() != 0 {
		panic("testing: fuzz target must not return a value")
	}
	ok := true
	for i, values := range f.corpus {
		if len(values) != kind.NumIn()-1 {
			f.Fatalf("wrong number of values in corpus entry %d: got %d, want %d", i, len(values), kind.NumIn()-1)
		}
		args := []reflect.Value{{}}
		for k, value := range values {
			if reflect.TypeOf(value) != kind.In(k+1) {
				f.Fatalf("mismatched types in corpus entry: %v, want %v", reflect.TypeOf(value), kind.In(k+1))
			}
			args = append(args, reflect.ValueOf(value))
		}
		name := fmt.Sprintf("%s/seed#%d", f.name, i)
		if !f.context.match.want(name) {
			continue
		}
		t := &T{common: common{barrier: make(chan bool), signal: make(chan bool, 1), name: name, parent: &f.common,
			level: f.level + 1, chatty: f.chatty}, context: f.context}
		if t.chatty != nil {
			t.chatty.update(t.name, "=== RUN   %s\n", t.name)
		}
		go tRunner(t, func(t *T) {
			args[0] = reflect.ValueOf(t)
			fn.Call(args)
		})
		<-t.signal
		ok = ok && !t.Failed()
	}
	if !ok {
		runtime.Goexit()
	}
}

// runFuzz runs the fuzz tests with the inputs that they bring.
func runFuzz(tests []InternalFuzzTarget, deadline time.Time) (ran, ok bool) {
	ok = true
	if len(tests) == 0 {
		return false, true
	}
	context := newContext(parallel, newMatcher(nil, runFlag, "-test.run", skipFlag))
	context.deadline = deadline
	root := &common{signal: make(chan bool, 1)}
	if verbose {
		root.chatty = &chatty{}
	}
	for _, test := range tests {
		if failFastNow() || !context.match.want(test.Name) {
			continue
		}
		ran = true
		f := &F{common: common{signal: make(chan bool, 1), barrier: make(chan bool), name: test.Name, parent: root, level: 1,
			chatty: root.chatty}, context: context}
		if f.chatty != nil {
			f.chatty.update(f.name, "=== RUN   %s\n", f.name)
		}
		go fRunner(f, test.Fn)
		<-f.signal
	}
	return ran, !root.Failed()
}

// fRunner is the outermost function of a fuzz test's goroutine.
func fRunner(f *F, fn func(*F)) {
	f.runner = "testing.fRunner"
	f.start = time.Now()
	defer func() {
		failure := recover()
		f.duration += time.Since(f.start)
		if failure == nil && !f.finished && !f.called && !f.Failed() && !f.Skipped() {
			failure = errNilPanicOrGoexit
		}
		if failure != nil {
			f.Fail()
			f.report()
			panic(failure)
		}
		f.runCleanups()
		f.report()
		f.done = true
		f.signal <- true
	}()
	fn(f)
	f.finished = true
}
