package area

import (
	"errors"
	"fmt"
)

const Note = "area"

type Shape interface {
	fmt.Stringer
	Area() float64
}

func Of(s Shape) string { return fmt.Sprintf("%v %.1f", s, s.Area()) }

var ErrNegative = errors.New("area: negative")

func Check(x int) (int, error) {
	if x < 0 {
		return 0, ErrNegative
	}
	return x, nil
}
