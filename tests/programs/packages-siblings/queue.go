package fifo

import "./stack"

// Of is a queue of two stacks.
type Of[T any] struct{ in, out stack.Of[T] }

func (q *Of[T]) Push(x T) { q.in.Push(x) }

func (q *Of[T]) Pop() T {
	if q.out.Len() == 0 {
		for q.in.Len() > 0 {
			q.out.Push(q.in.Pop())
		}
	}
	return q.out.Pop()
}

func (q *Of[T]) Len() int { return q.in.Len() + q.out.Len() }
