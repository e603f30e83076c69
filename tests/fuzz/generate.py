# SPDX-License-Identifier: MIT
"""Random well-typed Go programs whose output is determined.

A program is a list of functions f0, f1 ...; main runs each, catches its panic, and what a function prints carries its
number, so that a difference names the function. Everything holds that Go leaves open is left out: the order in which
operands and calls are evaluated (calls in expressions change nothing, and an expression has one way to panic at most:
what can is a statement of its own), map order (only sums of maps are looked at),
conversions of floats that do not fit. Literals go through id(), so that nothing is a constant expression by accident.
"""
import random
import re

import shapes

INTS = ["int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64", "uintptr"]
FLOATS = ["float32", "float64"]
SCALARS = INTS + FLOATS + ["bool", "string", "rune", "byte", "complex128", "complex64", "Level", "Celsius"]
KEYS = ["int", "string", "uint8", "bool", "int64", "[2]int8", "Point", "float64", "Level"]

PRELUDE = """package main

import (
	"errors"
	"fmt"
	"os"
	"sort"
	"strings"
	"sync"
)

type Level int16
type Celsius float64

const (
	Low Level = iota*3 + 1
	Mid
	High
)

func (l Level) Up(n int) Level    { return l + Level(n) }
func (l *Level) Raise(n int) int  { *l += Level(n); return int(*l) }
func (l Level) Rank() int         { return int(l) * 2 }
func (l Level) String() string    { return fmt.Sprintf("L%d", int16(l)) }

type Point struct{ X, Y int }

func (p Point) Rank() int         { return p.X*31 + p.Y }
func (p *Point) Move(dx, dy int)  { p.X += dx; p.Y -= dy }
func (p Point) Add(q Point) Point { return Point{p.X + q.X, p.Y + q.Y} }

type Base struct {
	Name string
	N    int32
}

func (b Base) Hello(s string) string { return b.Name + ":" + s }
func (b *Base) Bump(n int32) int32   { b.N += n; return b.N }

type Deep struct {
	Base
	*Point
	Tags [3]uint8
	F    float32
}

type Tree struct {
	L, R *Tree
	V    int
}

func (t *Tree) Insert(v int) *Tree {
	if t == nil {
		return &Tree{V: v}
	}
	if v < t.V {
		t.L = t.L.Insert(v)
	} else if v > t.V {
		t.R = t.R.Insert(v)
	}
	return t
}

func (t *Tree) Walk(f func(int) bool) bool {
	return t == nil || t.L.Walk(f) && f(t.V) && t.R.Walk(f)
}

type Ranker interface{ Rank() int }
type Greeter interface {
	Hello(s string) string
	Bump(n int32) int32
}

type Number interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint8 | ~uint16 | ~uint32 | ~float64 | ~float32
}

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(v ...T) int { s.items = append(s.items, v...); return len(s.items) }
func (s *Stack[T]) Pop() (v T, ok bool) {
	if len(s.items) == 0 {
		return v, false
	}
	v = s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return v, true
}

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

func MakePair[K comparable, V any](k K, v V) Pair[K, V] { return Pair[K, V]{k, v} }
func (p Pair[K, V]) Is(k K) bool                         { return p.Key == k }

func Sum[T Number](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return
}
func Map[A, B any](xs []A, f func(A) B) []B {
	var out []B
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}
func Keep[S ~[]E, E any](xs S, f func(E) bool) S {
	var out S
	for _, x := range xs {
		if f(x) {
			out = append(out, x)
		}
	}
	return out
}
func Max[T Number](a, b T) T {
	if a > b {
		return a
	}
	return b
}

var errOdd = errors.New("odd")

type codeError struct{ code int }

func (e *codeError) Error() string { return fmt.Sprint("code ", e.code) }

func check(n int) (int, error) {
	switch {
	case n%5 == 0:
		return 0, &codeError{n}
	case n%2 != 0:
		return n, fmt.Errorf("check %d: %w", n, errOdd)
	}
	return n / 2, nil
}

func id[T any](x T) T { return x }
func at[T any](s []T, i int) (v T) {
	if len(s) > 0 {
		v = s[uint(i)%uint(len(s))]
	}
	return
}
func ternary[T any](c bool, a, b T) T {
	if c {
		return a
	}
	return b
}
func fit(f float64) float64 {
	if f > 100 || f < -100 || f != f {
		return 7
	}
	return f
}
func hashOf(v interface{}) (h uint32) {
	h = 2166136261
	for _, c := range []byte(fmt.Sprint(v)) {
		h = (h ^ uint32(c)) * 16777619
	}
	return
}
func cut(s string) string {
	if len(s) > 40 {
		return s[:40]
	}
	return s
}

func show(n int, what string, values ...interface{}) {
	text := fmt.Sprintf("%d %s", n, what)
	for _, v := range values {
		text += fmt.Sprintf(" %v", v)
	}
	if len(text) > 300 {
		text = fmt.Sprintf("%s... %x", text[:200], hashOf(text))
	}
	fmt.Println(text)
}

func run(n int, f func(int)) {
	defer func() {
		if r := recover(); r != nil {
			show(n, "panic", r)
		}
	}()
	f(n)
}

var _ = os.Exit
var _ = sort.Ints
var _ = strings.ToUpper
var _ sync.Mutex
"""


class Scope:
    def __init__(self, outer=None):
        self.outer, self.vars = outer, []

    def all(self):
        scope, out = self, []
        while scope:
            out += scope.vars
            scope = scope.outer
        return out


class Function:
    """Writes one function. self.vars of a scope: (name, type, assignable)."""

    def __init__(self, rng, number):
        self.rng, self.number, self.names, self.budget = rng, number, 0, rng.randint(12, 60)
        self.lines, self.indent, self.scope, self.loops, self.labels = [], 1, Scope(), 0, []
        self.in_closure = 0

    # ---- helpers ----

    def chance(self, p):
        return self.rng.random() < p

    def pick(self, items):
        return self.rng.choice(items)

    def fresh(self, prefix="v"):
        self.names += 1
        return "%s%d" % (prefix, self.names)

    def emit(self, text):
        self.lines.append("\t" * self.indent + text)

    def declare(self, name, kind, assignable=True):
        self.scope.vars.append((name, kind, assignable))
        self.emit("_ = " + name)

    def of_type(self, kind, assignable=False):
        return [v[0] for v in self.scope.all() if v[1] == kind and (v[2] or not assignable)]

    def block(self, fill):
        self.scope = Scope(self.scope)
        self.indent += 1
        fill()
        self.indent -= 1
        self.scope = self.scope.outer

    def random_type(self, depth=2):
        r = self.rng.random()
        if depth == 0 or r < 0.5:
            return self.pick(SCALARS)
        if r < 0.65:
            return "[]" + self.random_type(depth - 1)
        if r < 0.75:
            return "[%d]%s" % (self.rng.randint(1, 4), self.random_type(depth - 1))
        if r < 0.83:
            return "map[%s]%s" % (self.pick(KEYS), self.random_type(depth - 1))
        if r < 0.97:
            return self.pick(["Point", "Base", "Deep", "Pair[string,int]", "Pair[int8,[]string]", "Stack[int]",
                              "*Point", "*Base", "Ranker", "error", "interface{}", "struct{A int; B string}",
                              "func(int) int", "*int", "*[3]int16"])
        return self.pick(["Point", "Deep"])

    # ---- expressions ----

    def literal(self, t):
        rng = self.rng
        if t in ("int", "int64"):
            return "id(%s(%d))" % (t, self.pick([0, 1, -1, 2, 7, -13, 100, 12345, 1 << 31, -(1 << 31), (1 << 62) + 5,
                                                 -(1 << 63), (1 << 63) - 1, rng.randint(-50, 50)]))
        if t in INTS or t in ("rune", "byte", "Level"):
            bits = {"int8": 7, "int16": 15, "Level": 15, "int32": 31, "rune": 31, "uint": 64, "uint8": 8, "byte": 8,
                    "uint16": 16, "uint32": 32, "uint64": 64, "uintptr": 64}[t]
            signed = t in ("int8", "int16", "int32", "rune", "Level")
            top = (1 << bits) - 1
            values = [0, 1, 2, 3, 5, top, top - 1, top // 2, rng.randint(0, top)]
            if signed:
                values += [-1, -top - 1, -rng.randint(0, top), -2]
            return "id(%s(%d))" % (t, self.pick(values))
        if t in FLOATS or t == "Celsius":
            return "id(%s(%s))" % (t, self.pick(["0", "1", "-1", "0.5", "1.25", "-3.75", "1e10", "0.1", "123.456", "1e-7",
                                                 "3", "16777217", "-0.3"]))
        if t.startswith("complex"):
            return "id(%s(complex(%s, %s)))" % (t, self.pick(["0", "1", "-2.5", "0.1"]), self.pick(["0", "1", "4", "-0.5"]))
        if t == "bool":
            return "id(%s)" % self.pick(["true", "false"])
        if t == "string":
            return "id(%s)" % self.pick(['""', '"a"', '"hello"', '"héllo, 世界"', '"\\x00\\xff\\u00e9"', '"abcabc"', "`raw\\n`",
                                         '"Z"', '"x y z"'])
        return None

    def composite(self, t, depth):
        rng = self.rng
        if t.startswith("[]"):
            items = [self.expr(t[2:], depth - 1) for _ in range(rng.randint(0, 4))]
            if self.chance(0.15) and items:
                return "%s{%d: %s}" % (t, rng.randint(0, 4), items[0])
            if self.chance(0.15):
                return "make(%s, %d, %d)" % (t, rng.randint(0, 3), rng.randint(3, 6))
            return "%s{%s}" % (t, ", ".join(items))
        if t.startswith("["):
            count, elem = t[1:].split("]", 1)
            items = [self.expr(elem, depth - 1) for _ in range(rng.randint(0, int(count)))]
            return "%s{%s}" % (t, ", ".join(items))
        if t.startswith("map["):
            key, elem = split_map(t)
            return "map[%s]%s{%s}" % (key, elem, ", ".join(
                "%s: %s" % (self.key_literal(key, i), self.expr(elem, depth - 1)) for i in range(rng.randint(0, 3))))
        if t == "Point":
            return "Point{%s, %s}" % (self.expr("int", depth - 1), self.expr("int", depth - 1))
        if t == "Base":
            return "Base{Name: %s, N: %s}" % (self.expr("string", depth - 1), self.expr("int32", depth - 1))
        if t == "Deep":
            return "Deep{Base: %s, Point: %s, F: %s, Tags: %s}" % (
                self.expr("Base", depth - 1), self.pick(["&Point{%d, 2}" % rng.randint(0, 9), "new(Point)"]),
                self.expr("float32", depth - 1), self.expr("[3]uint8", depth - 1))
        if t == "Stack[int]":
            return "Stack[int]{items: %s}" % self.expr("[]int", depth - 1)
        if t.startswith("Pair["):
            key, val = t[5:-1].split(",", 1)
            if self.chance(0.5):
                return "MakePair[%s, %s](%s, %s)" % (key, val, self.expr(key, depth - 1), self.expr(val, depth - 1))
            return "%s{%s, %s}" % (t, self.expr(key, depth - 1), self.expr(val, depth - 1))
        if t == "Ranker":
            return "Ranker(%s)" % self.expr(self.pick(["Point", "Level", "*Point"]), depth - 1)
        if t == "error":
            return self.pick(["error(nil)", "errOdd", "error(&codeError{%d})" % rng.randint(0, 9)])
        if t == "interface{}":
            return "interface{}(%s)" % self.expr(self.pick(SCALARS + ["Point", "[2]int8", "error"]), depth - 1)
        if t.startswith("struct{"):
            return "struct{A int; B string}{%s, %s}" % (self.expr("int", depth - 1), self.expr("string", depth - 1))
        if t == "func(int) int":
            x = self.fresh("x")
            self.scope = Scope(self.scope)
            self.scope.vars.append((x, "int", False))
            body = self.expr("int", depth - 1)
            self.scope = self.scope.outer
            return "func(%s int) int { return %s }" % (x, body)
        if t == "*int":
            return "new(int)"
        if t == "*[3]int16":
            return "&[3]int16{%s}" % self.expr("int16", depth - 1)
        if t in ("*Point", "*Base"):
            return "&" + self.composite(t[1:], depth)
        return None

    def key_literal(self, key, i):
        return {"int": str(i * 3 - 1), "int64": str(i << 33), "string": '"k%d"' % i, "uint8": str(200 + i),
                "bool": ["false", "true", "id(true)"][i % 3], "[2]int8": "[2]int8{%d, 1}" % i,
                "Point": "Point{%d, %d}" % (i, -i), "float64": "%d.5" % i, "Level": str(i)}[key]

    def expr(self, t, depth=3):
        options = self.of_type(t)
        if options and self.chance(0.45):
            return self.pick(options)
        if depth <= 0:
            if options:
                return self.pick(options)
            return self.literal(t) or self.composite(t, 0)
        makers = [m for m in (self.arith, self.from_call, self.from_parts) if True]
        for _ in range(3):
            made = self.pick(makers)(t, depth)
            if made:
                return made
        return self.literal(t) or self.composite(t, depth)

    def arith(self, t, depth):
        e = lambda kind=t: self.expr(kind, depth - 1)
        if t in INTS or t in ("rune", "byte", "Level"):
            r = self.rng.random()
            if r < 0.55:
                return "(%s %s %s)" % (e(), self.pick(["+", "-", "*", "&", "|", "^", "&^"]), e())
            if r < 0.65:
                return "(%s %s (%s | 1))" % (e(), self.pick(["/", "%"]), e())
            if r < 0.8:
                return "(%s %s (%s & 7))" % (e(), self.pick(["<<", ">>"]), e(self.pick(["uint8", "uint", "int", "uint64"])))
            if r < 0.84:
                return "(%s %s %s)" % (e(), self.pick(["<<", ">>"]), e(self.pick(["uint8", "uint16"])))
            if r < 0.92:
                return "(%s%s)" % (self.pick(["-", "^", "+"]), e())
            other = self.pick(INTS + ["rune", "Level"])
            return "%s(%s)" % (t, e(other))
        if t in FLOATS or t == "Celsius":
            r = self.rng.random()
            if r < 0.7:
                return "(%s %s %s)" % (e(), self.pick(["+", "-", "*", "/"]), e())
            if r < 0.8:
                return "(-%s)" % e()
            return "%s(%s)" % (t, e(self.pick(INTS + FLOATS)))
        if t.startswith("complex"):
            r = self.rng.random()
            if r < 0.6:
                return "(%s %s %s)" % (e(), self.pick(["+", "-", "*"]), e())
            part = "float64" if t == "complex128" else "float32"
            return "complex(%s, %s)" % (e(part), e(part))
        if t == "bool":
            r = self.rng.random()
            if r < 0.3:
                return "(%s %s %s)" % (e("bool"), self.pick(["&&", "||", "==", "!="]), e("bool"))
            if r < 0.4:
                return "!" + e("bool")
            if r < 0.8:
                kind = self.pick(INTS + FLOATS + ["string", "Level"])
                return "(%s %s %s)" % (e(kind), self.pick(["<", "<=", ">", ">=", "==", "!="]), e(kind))
            kind = self.pick(["Point", "[2]int8", "complex128", "interface{}", "Ranker", "error", "Pair[string,int]",
                              "struct{A int; B string}"])
            return "(%s %s %s)" % (e(kind), self.pick(["==", "!="]), e(kind))
        if t == "string":
            r = self.rng.random()
            if r < 0.4:
                return "cut(%s + %s)" % (e(), e())
            if r < 0.55:
                s = e()
                return "string(%s(%s))" % (self.pick(["[]byte", "[]rune"]), s)
            if r < 0.65:
                return "string(rune(%s & 0x3ff))" % e("int32")
            return None
        return None

    def from_call(self, t, depth):
        e = lambda kind: self.expr(kind, depth - 1)
        if t in ("int", "int64", "uint8", "int32", "float64", "uint16", "int16") and self.chance(0.3):
            return "Sum[%s](%s)" % (t, ", ".join(e(t) for _ in range(self.rng.randint(0, 3))))
        calls = CALLS.get(t, [])
        if not calls or self.chance(0.15):
            return "ternary(%s, %s, %s)" % (e("bool"), e(t), e(t))
        return re.sub(r"<(.*?)>", lambda m: e(self.pick(SCALARS) if m.group(1) == "any" else m.group(1)), self.pick(calls))

    def from_parts(self, t, depth):
        """A part of some variable that has type t."""
        parts = []
        for name, kind, _ in self.scope.all():
            if kind.startswith("[]") and kind[2:] == t:
                parts.append((name, "at(%s, %%s)" % name, "int"))
            elif kind.startswith("[") and kind.split("]", 1)[1] == t and not kind.startswith("[]"):
                parts.append((name, "%s[uint(%%s)%%%%%s]" % (name, kind[1:].split("]")[0]), "int"))
            elif kind.startswith("map[") and split_map(kind)[1] == t:
                parts.append((name, name + "[%s]", split_map(kind)[0]))
            elif kind in FIELDS:
                parts += [(name, "%s.%s" % (name, f), None) for f, ft in FIELDS[kind] if ft == t]
            elif kind == "*" + t:
                parts.append((name, "(*%s)" % name, None))
            if kind == t and t.startswith("[]"):
                parts.append((name, "%s[lower(len(%s), %d):]" % (name, name, self.rng.randint(0, 1)), None))
            if t == "byte" and kind == "string":
                parts.append((name, "(%s + \"!\")[uint(%%s)%%%%uint(len(%s)+1)]" % (name, name), "int"))
        if not parts:
            return None
        name, form, inner = self.pick(parts)
        return form % self.expr(inner, depth - 1) if inner else form

    # ---- statements ----

    def statements(self, most):
        for _ in range(self.rng.randint(1, most)):
            if self.budget <= 0:
                return
            self.budget -= 1
            self.pick(STATEMENTS)(self)

    def s_var(self):
        t = self.random_type()
        name, value = self.fresh(), self.expr(t)
        form = self.rng.random()
        if form < 0.5:
            self.emit("%s := %s" % (name, "%s(%s)" % (paren(t), value)))
        elif form < 0.9:
            self.emit("var %s %s = %s" % (name, t, value))
        else:
            self.emit("var %s %s" % (name, t))
        self.declare(name, t)

    def s_assign(self):
        targets = [v for v in self.scope.all() if v[2]]
        if not targets:
            return self.s_var()
        name, t, _ = self.pick(targets)
        r = self.rng.random()
        if r < 0.35 and (t in INTS or t in FLOATS or t in ("Level", "byte", "rune")):
            ops = ["+=", "-=", "*="] + (["&=", "|=", "^=", "&^=", "%="] if t not in FLOATS else [])
            op = self.pick(ops)
            value = self.expr(t)
            self.emit("%s %s %s" % (name, op, "%s | 1" % value if op == "%=" else value))
        elif r < 0.42 and t in INTS:
            self.emit(name + self.pick(["++", "--"]))
        elif t.startswith("[]") and r < 0.8:
            form = self.rng.random()
            if form < 0.5:
                self.emit("%s = append(%s, %s)" % (name, name, self.expr(t[2:])))
            elif form < 0.7:
                self.emit("if len(%s) > 0 { %s[uint(%s)%%uint(len(%s))] = %s }" % (
                    name, name, self.expr("int", 1), name, self.expr(t[2:])))
            elif form < 0.85:
                self.emit("copy(%s, %s)" % (name, self.expr(t)))
            else:
                self.emit("if len(%s) > 2 { %s = %s }" % (name, name, self.pick(["%s[1:]", "%s[:2]", "%s[1:2:2]", "%s[:0]"]) % name))
        elif t.startswith("map[") and r < 0.85:
            key, elem = split_map(t)
            if self.chance(0.2):
                self.emit("delete(%s, %s)" % (name, self.expr(key, 1)))
            else:
                self.emit("if %s != nil { %s[%s] = %s }" % (name, name, self.expr(key, 1), self.expr(elem)))
        elif t in FIELDS and r < 0.7:
            field, ft = self.pick(FIELDS[t])
            guard = "if %s != nil { " % name if t.startswith("*") else ""
            if t == "Deep" and field in ("X", "Y"):
                guard = "if %s.Point != nil { " % name
            self.emit("%s%s.%s = %s%s" % (guard, name, field, self.expr(ft), " }" if guard else ""))
        elif t.startswith("[") and not t.startswith("[]") and r < 0.7:
            count, elem = t[1:].split("]", 1)
            self.emit("%s[uint(%s)%%%s] = %s" % (name, self.expr("int", 1), count, self.expr(elem)))
        else:
            others = [v for v in self.of_type(t, True) if v != name]
            if others and self.chance(0.3):
                other = self.pick(others)
                self.emit("%s, %s = %s, %s" % (name, other, other, name))
            else:
                self.emit("%s = %s" % (name, self.expr(t)))

    def s_show(self):
        names = [v for v in self.scope.all() if showable(v[1])]
        if names:
            chosen = self.rng.sample(names, min(len(names), 3))
            self.emit('show(n, "%s", %s)' % (self.fresh("at"), ", ".join(v[0] for v in chosen)))

    def s_if(self):
        if self.chance(0.2):
            x = self.fresh()
            self.emit("if %s := (%s); %s > 3 {" % (x, self.expr("int"), x))
        else:
            self.emit("if (%s) {" % self.expr("bool"))
        self.block(lambda: self.statements(3))
        if self.chance(0.5):
            self.emit("} else if (%s) {" % self.expr("bool") if self.chance(0.3) else "} else {")
            self.block(lambda: self.statements(3))
        self.emit("}")

    def s_switch(self):
        r = self.rng.random()
        if r < 0.35:
            t = self.pick(["interface{}", "Ranker", "error"])
            x = self.fresh()
            self.emit("switch %s := (%s).(type) {" % (x, self.expr(t)))
            cases = {"interface{}": ["int", "string", "Point", "[2]int8", "Level", "error", "uint8, bool", "nil"],
                     "Ranker": ["Point", "Level", "*Point", "nil"], "error": ["*codeError", "nil"]}[t]
            for case in self.rng.sample(cases, self.rng.randint(1, len(cases))):
                self.emit("case %s:" % case)
                self.block(lambda: (self.emit("_ = " + x), self.emit('show(n, "is", %s)' % (
                    '"%s", %s' % (case, x) if "*" not in case else '"%s"' % case)), self.statements(2)))
            self.emit("default:")
            self.block(lambda: (self.emit("_ = " + x), self.statements(2)))
        elif r < 0.7:
            t = self.pick(["int", "uint8", "int16"])
            self.emit("switch (%s) %% 4 {" % self.expr(t))
            for i in range(self.rng.randint(1, 4)):
                self.emit("case %d:" % i)
                self.block(lambda: self.statements(2))
                if self.chance(0.25):
                    self.emit("\tfallthrough")
            self.emit("default:")
            self.block(lambda: self.statements(2))
        else:
            self.emit("switch {")
            for _ in range(self.rng.randint(1, 3)):
                self.emit("case %s, %s:" % (self.expr("bool"), self.expr("bool")))
                self.block(lambda: (self.statements(2), self.emit("break") if self.chance(0.2) else None))
            self.emit("}")
            return
        self.emit("}")

    def s_for(self):
        if self.loops >= 2:
            return self.s_assign()
        self.loops += 1
        label = self.fresh("loop") if self.chance(0.3) else None
        start = len(self.lines)
        r = self.rng.random()
        i = self.fresh("i")
        inner = lambda: (self.statements(3), self.branch(label))
        if r < 0.4:
            step = self.pick(["%s++", "%s += 2"]) % i
            self.emit("for %s := %s; %s < %d; %s {" % (i, self.pick(["0", "-2", "1"]), i, self.rng.randint(1, 6), step))
            self.block(lambda: (self.scope.vars.append((i, "int", False)), inner()))
        elif r < 0.75:
            t = self.pick(["[]" + self.pick(SCALARS), "string", "[3]int16", "[]Point", "[2]string", "*[3]int16"])
            x = self.fresh("e")
            elem = "rune" if t == "string" else t.split("]", 1)[1]
            subject = self.expr(t, 2)
            if t.startswith("*"):
                subject = self.composite(t, 1)
            self.emit("for %s, %s := range (%s) {" % (i, x, subject))
            self.block(lambda: (self.emit("_, _ = %s, %s" % (i, x)), self.scope.vars.extend(
                [(i, "int", False), (x, elem, True)]), self.emit("if %s > 5 { break }" % i), inner()))
        elif r < 0.85:
            total = self.fresh("sum")
            self.emit("%s := 0" % total)
            m = self.expr("map[string]int", 2)
            k, v = self.fresh("k"), self.fresh("m")
            self.emit("for %s, %s := range (%s) {" % (k, v, m))
            self.emit("\t%s += len(%s) + %s" % (total, k, v))
            self.emit("}")
            self.declare(total, "int")
            self.loops -= 1
            return
        else:
            self.emit("for %s := %d; %s > 0 && (%s); {" % (i, self.rng.randint(1, 5), i, self.expr("bool")))
            self.block(lambda: (self.emit(i + "--"), self.scope.vars.append((i, "int", False)), inner()))
        self.emit("}")
        self.loops -= 1
        if label and any(line.endswith(" %s }" % label) for line in self.lines[start:]):
            self.lines.insert(start, "\t" * max(self.indent - 1, 0) + label + ":")

    def branch(self, label):
        if self.chance(0.3):
            self.emit("if (%s) { %s%s }" % (self.expr("bool", 2), self.pick(["break", "continue"]), " " + label if label else ""))

    def s_closure(self):
        name, x = self.fresh("fn"), self.fresh("x")
        captured = self.of_type("int", True)
        self.emit("%s := func(%s int) (r int) {" % (name, x))
        loops, self.loops = self.loops, 2

        def body():
            self.scope.vars += [(x, "int", False), ("r", "int", True)]
            if self.chance(0.4):
                self.emit("defer func() {")
                self.emit("\tif e := recover(); e != nil { r = -%d; show(n, \"recovered\", e) }" % self.rng.randint(1, 9))
                self.emit("}()")
            if captured:
                self.emit("%s += %s" % (self.pick(captured), x))
            self.statements(3)
            if self.chance(0.3):
                self.emit("defer func() { r = r*2 + 1 }()")
            if self.chance(0.2):
                self.emit("if r > 100 { panic(fmt.Sprint(\"big \", r)) }")
            self.emit("return %s" % self.expr("int"))
        self.block(body)
        self.loops = loops
        self.emit("}")
        for _ in range(self.rng.randint(1, 2)):
            result = self.fresh()
            self.emit("%s := %s(%s)" % (result, name, self.literal("int")))
            self.declare(result, "int")
        if self.chance(0.3):
            self.emit("defer func() { show(n, \"deferred\", %s(%d)) }()" % (name, self.rng.randint(0, 9)))

    def s_channel(self):
        c, total = self.fresh("ch"), self.fresh("got")
        count, size = self.rng.randint(1, 6), self.rng.randint(0, 4)
        t = self.pick(["int", "string", "Point", "uint8"])
        self.emit("%s := make(chan %s, %d)" % (c, t, size))
        self.emit("go func() {")
        self.emit("\tdefer close(%s)" % c)
        self.emit("\tfor i := 0; i < %d; i++ {" % count)
        self.emit("\t\t%s <- %s" % (c, {"int": "i * 3", "string": "fmt.Sprint(i)", "Point": "Point{i, -i}", "uint8": "uint8(i * 77)"}[t]))
        self.emit("\t}")
        self.emit("}()")
        self.emit("var %s []%s" % (total, t))
        form = self.rng.random()
        if form < 0.4:
            self.emit("for x := range %s { %s = append(%s, x) }" % (c, total, total))
        elif form < 0.7:
            self.emit("for {")
            self.emit("\tx, ok := <-%s" % c)
            self.emit("\tif !ok { break }")
            self.emit("\t%s = append(%s, x)" % (total, total))
            self.emit("}")
        else:
            never = self.fresh("never")
            self.emit("var %s chan bool" % never)
            done = self.fresh("done")
            self.emit("%s:" % done)
            self.emit("for {")
            self.emit("\tselect {")
            self.emit("\tcase x, ok := <-%s:" % c)
            self.emit("\t\tif !ok { break %s }" % done)
            self.emit("\t\t%s = append(%s, x)" % (total, total))
            self.emit("\tcase <-%s:" % never)
            self.emit("\t\tpanic(\"never\")")
            self.emit("\t}")
            self.emit("}")
        self.declare(total, "[]" + t)

    def s_workers(self):
        total = self.fresh("total")
        self.emit("%s := func() (sum int) {" % total)
        for line in ("var wg sync.WaitGroup", "var mu sync.Mutex", "for w := 0; w < %d; w++ {" % self.rng.randint(1, 5),
                     "\twg.Add(1)", "\tgo func(w int) {", "\t\tdefer wg.Done()", "\t\tmu.Lock()", "\t\tdefer mu.Unlock()",
                     "\t\tsum += w*w + %d" % self.rng.randint(0, 9), "\t}(w)", "}", "wg.Wait()", "return"):
            self.emit("\t" + line)
        self.emit("}()")
        self.declare(total, "int")

    def s_method(self):
        points, levels, bases = (self.of_type(t, True) for t in ("Point", "Level", "Base"))
        r = self.rng.random()
        if points and r < 0.4:
            p = self.pick(points)
            if self.chance(0.5):
                m = self.fresh("move")
                self.emit("%s := %s.Move" % (m, p))
                self.emit("%s(%s, 1)" % (m, self.expr("int", 1)))
            else:
                self.emit("%s.Move(%s, %s)" % (p, self.expr("int", 1), self.expr("int", 1)))
        elif levels and r < 0.7:
            x = self.fresh()
            self.emit("%s := %s.Raise(%s)" % (x, self.pick(levels), self.expr("int", 1)))
            self.declare(x, "int")
        elif bases:
            g, x = self.fresh("g"), self.fresh()
            self.emit("var %s Greeter = &%s" % (g, self.pick(bases)))
            self.emit("%s := %s.Bump(%s)" % (x, g, self.expr("int32", 1)))
            self.declare(x, "int32")
        else:
            s, x = self.fresh("st"), self.fresh()
            t = self.pick(["int", "string", "Point"])
            self.emit("var %s Stack[%s]" % (s, t))
            self.emit("%s.Push(%s, %s)" % (s, self.expr(t, 1), self.expr(t, 1)))
            ok = self.fresh("ok")
            self.emit("%s, %s := %s.Pop()" % (x, ok, s))
            self.declare(x, t)
            self.declare(ok, "bool")

    def s_panics(self):
        """One operation that may panic, with operands that cannot."""
        t, x, y, i = self.pick(["int", "int8", "uint16", "int64"]), self.fresh(), self.fresh(), self.fresh()
        self.emit("%s, %s, %s := %s, %s, %s" % (x, y, i, self.expr("[]" + t, 2), self.expr(t, 2), self.expr("int", 2)))
        what = self.pick(["%s = append(%s, %s / (%s & 3))" % (x, x, y, y), "if %s & 1 == 0 { %s = %s[%s&3:] }" % (i, x, x, i),
                          "if %s & 1 == 0 { %s[%s & 7]++ }" % (i, x, i), "%s = %s[%s&1 : %s&3 : %s&7]" % (x, x, i, i, i),
                          "%s <<= (%s & 15)" % (y, i)])
        self.emit(what)
        self.declare(x, "[]" + t)
        self.declare(y, t)
        self.declare(i, "int")

    def s_pointer(self):
        targets = [v for v in self.scope.all() if v[2] and (v[1] in INTS or v[1] in ("string", "Point"))]
        if not targets:
            return self.s_var()
        name, t, _ = self.pick(targets)
        p = self.fresh("p")
        self.emit("%s := &%s" % (p, name))
        self.emit("*%s = %s" % (p, self.expr(t)))
        self.emit('show(n, "through", *%s, %s)' % (p, name))

    def s_assert(self):
        x, ok = self.fresh(), self.fresh("ok")
        t = self.pick(["int", "string", "Point", "error", "Ranker", "Level"])
        self.emit("%s, %s := %s.(%s)" % (x, ok, self.pick(self.of_type("interface{}") or ["interface{}(%s)" % self.expr("Point", 1)]), t))
        self.declare(x, t)
        self.declare(ok, "bool")

    def s_error(self):
        x, err = self.fresh(), self.fresh("err")
        self.emit("%s, %s := check(%s)" % (x, err, self.expr("int", 1)))
        self.declare(x, "int")
        self.declare(err, "error")
        e = self.fresh("ce")
        self.emit("var %s *codeError" % e)
        self.emit('if errors.As(%s, &%s) { show(n, "code", %s.code) }' % (err, e, e))

    def s_tree(self):
        root, order = self.fresh("root"), self.fresh("order")
        self.emit("var %s *Tree" % root)
        self.emit("for _, v := range (%s) { %s = %s.Insert(v %% 50) }" % (self.expr("[]int"), root, root))
        self.emit("var %s []int" % order)
        self.emit("%s.Walk(func(v int) bool { %s = append(%s, v); return len(%s) < 8 })" % (root, order, order, order))
        self.declare(order, "[]int")

    def s_generic(self):
        t = self.pick(["int", "string", "uint8", "Point", "float64"])
        name = self.fresh()
        if self.chance(0.5):
            self.emit("%s := Map(%s, func(x %s) string { return cut(fmt.Sprint(x, %s)) })" % (
                name, self.expr("[]" + t), t, self.expr("int", 1)))
            self.declare(name, "[]string")
        else:
            self.emit("%s := Keep(%s, func(x %s) bool { return %s })" % (name, self.expr("[]" + t), t, self.expr("bool", 2)))
            self.declare(name, "[]" + t)

    def text(self):
        self.emit("defer func() { show(n, \"end\") }()")
        while self.budget > 0:
            self.statements(6)
        self.s_show()
        return "func f%d(n int) {\n%s\n}\n" % (self.number, "\n".join(self.lines))


# Calls by the type of their result; <T> stands for an operand of type T.
CALLS = {
    "int": ["len(<string>)", "<Point>.Rank()", "<Level>.Rank()", "len(<[]int>)", "cap(<[]string>[:0:0])",
            "Max(<int>, <int>)", "len(<map[string]int>)", "<func(int) int>(<int>)", "strings.Index(<string>, <string>)",
            "int(fit(<float64>))", "copy(<[]byte>, <string>)"],
    "string": ["fmt.Sprint(<any>, <any>)", "strings.ToUpper(<string>)", "<Base>.Hello(<string>)",
               'fmt.Sprintf("%v|%+v", <Point>, <Base>)', "<Level>.String()"],
    "Level": ["<Level>.Up(<int>)"],
    "Point": ["<Point>.Add(<Point>)", "Point.Add(<Point>, <Point>)"],
    "float64": ["real(<complex128>)", "imag(<complex128>)"],
    "float32": ["real(<complex64>)"],
    "bool": ["<Pair[string,int]>.Is(<string>)", "strings.Contains(<string>, <string>)", "errors.Is(<error>, errOdd)"],
    "uint32": ["hashOf(<any>)"],
    "[]int": ["Map(<[]string>, func(s string) int { return len(s) })", "append(<[]int>[:0:0], <[]int>...)",
              "append(<[]int>, <int>)"],
    "[]byte": ["[]byte(<string>)"],
    "[]rune": ["[]rune(<string>)"],
}

FIELDS = {
    "Point": [("X", "int"), ("Y", "int")],
    "Base": [("Name", "string"), ("N", "int32")],
    "Deep": [("Name", "string"), ("N", "int32"), ("F", "float32"), ("Tags", "[3]uint8"), ("Base", "Base"), ("X", "int")],
    "*Point": [("X", "int"), ("Y", "int")],
    "*Base": [("Name", "string"), ("N", "int32")],
    "Pair[string,int]": [("Key", "string"), ("Val", "int")],
    "struct{A int; B string}": [("A", "int"), ("B", "string")],
}

F = Function
STATEMENTS = [F.s_var] * 6 + [F.s_assign] * 8 + [F.s_show] * 2 + [F.s_if] * 3 + [F.s_switch] * 2 + [F.s_for] * 3 + \
    [F.s_closure, F.s_channel, F.s_workers, F.s_method, F.s_method, F.s_pointer, F.s_panics, F.s_assert, F.s_error, F.s_tree, F.s_generic] + \
    shapes.ALL


def split_map(t):
    depth = 0
    for i in range(4, len(t)):
        if t[i] == "[":
            depth += 1
        elif t[i] == "]":
            if depth == 0:
                return t[4:i], t[i + 1:]
            depth -= 1
    raise ValueError(t)


def paren(t):
    return "(%s)" % t if t[0] in "*f" or t.startswith("[]") or t.startswith("map") else t


def showable(t):
    """Values whose text holds no address."""
    return not any(part in t for part in ("*", "func", "Deep", "interface{}", "Ranker", "error"))


def program(seed, count):
    rng = random.Random(seed)
    functions = [Function(rng, i).text() for i in range(count)]
    return functions


def assemble(functions, chosen):
    calls = "\n".join("\trun(%d, f%d)" % (i, i) for i in chosen)
    lower = "func lower(a, b int) int {\n\tif a < b {\n\t\treturn a\n\t}\n\treturn b\n}\n"
    return PRELUDE + shapes.PRELUDE + lower + "\n" + "\n".join(functions[i] for i in chosen) + "\nfunc main() {\n%s\n}\n" % calls
