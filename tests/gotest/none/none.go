// Package none has no tests.
package none

// Answer is the answer.
const Answer = 42
