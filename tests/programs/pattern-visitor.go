// Visitors over a closed set of shapes, by method and by type switch.
package main

import (
	"fmt"
	"math"
)

type Shape interface{ Accept(Visitor) any }
type Visitor interface {
	Circle(Circle) any
	Rect(*Rect) any
	Group(Group) any
}
type Circle struct{ R float64 }
type Rect struct{ W, H float64 }
type Group []Shape

func (c Circle) Accept(v Visitor) any { return v.Circle(c) }
func (r *Rect) Accept(v Visitor) any  { return v.Rect(r) }
func (g Group) Accept(v Visitor) any  { return v.Group(g) }

type area struct{}

func (area) Circle(c Circle) any { return math.Round(math.Pi*c.R*c.R*100) / 100 }
func (area) Rect(r *Rect) any    { return r.W * r.H }
func (a area) Group(g Group) any {
	sum := 0.0
	for _, s := range g {
		sum += s.Accept(a).(float64)
	}
	return sum
}

type scale struct {
	area
	by float64
}

func (s scale) Circle(c Circle) any { return Shape(Circle{c.R * s.by}) }
func (s scale) Rect(r *Rect) any    { return Shape(&Rect{r.W * s.by, r.H * s.by}) }
func (s scale) Group(g Group) any {
	out := make(Group, len(g))
	for i, x := range g {
		out[i] = x.Accept(s).(Shape)
	}
	return Shape(out)
}

func describe(s Shape) string {
	switch s := s.(type) {
	case Circle:
		return fmt.Sprintf("circle %g", s.R)
	case *Rect:
		return fmt.Sprintf("%gx%g", s.W, s.H)
	case Group:
		text := "("
		for i, x := range s {
			if i > 0 {
				text += " "
			}
			text += describe(x)
		}
		return text + ")"
	}
	return fmt.Sprintf("%T", s)
}

func main() {
	g := Group{Circle{1}, &Rect{2, 3}, Group{Circle{0.5}, &Rect{1, 1}}}
	fmt.Println(g.Accept(area{}), describe(g))
	big := g.Accept(scale{by: 2}).(Shape)
	fmt.Println(big.Accept(area{}), describe(big), describe(nil))
}

// Output:
// 10.93 (circle 1 2x3 (circle 0.5 1x1))
// 43.71 (circle 2 4x6 (circle 1 2x2)) <nil>
