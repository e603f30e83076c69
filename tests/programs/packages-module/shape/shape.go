package shape

import "example.com/packages/shape/area"

var notes = []string{area.Note, "shape"}

func Note(s string) int {
	notes = append(notes, s)
	return len(notes)
}

func Notes() []string { return notes }

type Named struct{ Name string }

func (n Named) String() string { return n.Name }

type disc struct {
	Named
	radius float64
}

func (d disc) Area() float64 { return 3 * d.radius * d.radius }

func New(name string, radius float64) area.Shape { return disc{Named{name}, radius} }
