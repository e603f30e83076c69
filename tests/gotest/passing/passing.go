// Package passing adds.
package passing

func add(a, b int) int { return a + b }

// Double gives twice as much.
func Double(a int) int { return add(a, a) }
