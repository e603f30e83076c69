package stack

type Of[T any] struct{ items []T }

func (s *Of[T]) Push(x T) { s.items = append(s.items, x) }

func (s *Of[T]) Pop() T {
	x := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return x
}
