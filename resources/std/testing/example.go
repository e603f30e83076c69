// SPDX-License-Identifier: MIT

package testing

import (
	"fmt"
	"sort"
	"strings"
	"time"
)

// InternalExample is an example by name, with the output that it has to have.
type InternalExample struct {
	Name      string
	F         func()
	Output    string
	Unordered bool
}

// capture begins, or ends, to keep what the program prints; ending gives it.
func capture(on bool) string

// RunExamples runs the examples and tells whether all printed what they should.
func RunExamples(matchString func(pat, str string) (bool, error), examples []InternalExample) (ok bool) {
	_, ok = runExamples(matchString, examples)
	return ok
}

func runExamples(match func(pat, str string) (bool, error), examples []InternalExample) (ran, ok bool) {
	ok = true
	m := newMatcher(match, runFlag, "-test.run", skipFlag)
	for _, example := range examples {
		if !m.want(example.Name) {
			continue
		}
		ran = true
		if !runExample(example) {
			ok = false
			anyFailed = true
		}
	}
	return ran, ok
}

func runExample(example InternalExample) (ok bool) {
	if verbose {
		fmt.Printf("=== RUN   %s\n", example.Name)
	}
	start := time.Now()
	capture(true)
	finished := false
	defer func() {
		text := capture(false)
		failure := recover()
		duration := time.Since(start).Seconds()
		problem := ""
		got, want := strings.TrimSpace(text), strings.TrimSpace(example.Output)
		if finished {
			if example.Unordered {
				if sortedLines(got) != sortedLines(want) {
					problem = fmt.Sprintf("got:\n%s\nwant (unordered):\n%s\n", text, example.Output)
				}
			} else if got != want {
				problem = fmt.Sprintf("got:\n%s\nwant:\n%s\n", got, want)
			}
		}
		ok = problem == "" && finished
		if !ok {
			fmt.Printf("--- FAIL: %s (%.2fs)\n%s", example.Name, duration, problem)
		} else if verbose {
			fmt.Printf("--- PASS: %s (%.2fs)\n", example.Name, duration)
		}
		if !finished {
			if failure == nil {
				failure = errNilPanicOrGoexit
			}
			panic(failure)
		}
	}()
	example.F()
	finished = true
	return
}

func sortedLines(text string) string {
	lines := strings.Split(text, "\n")
	sort.Strings(lines)
	return strings.Join(lines, "\n")
}
