package stack

func (s *Of[T]) Len() int { return len(s.items) }
