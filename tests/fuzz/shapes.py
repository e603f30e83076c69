# SPDX-License-Identifier: MIT
"""More statements for generate.py: control flow, deferred calls, embedding, method values, maps of structs, arrays,
constants, select, generics, large values. Each writes a few lines into a Function with random operands inside; what may
panic is last in a function literal of its own that recovers, so that what it shows is determined."""

PRELUDE = """
type Named interface{ Hello(s string) string }

type Wrapped struct {
	Named
	extra int
}

func (w Wrapped) Hello(s string) string { return "<" + w.Named.Hello(s) + ">" }

type Outer struct {
	*Wrapped
	Base
	list []Point
}

type Counter struct{ n, step int }

func (c Counter) Peek() int          { return c.n + c.step }
func (c *Counter) Next() int         { c.n += c.step; return c.n }
func (c *Counter) Self() *Counter    { c.step++; return c }
func (c Counter) Copy(n int) Counter { c.n = n; return c }

type List[T any] struct {
	head, tail *node[T]
	size       int
}
type node[T any] struct {
	next *node[T]
	val  T
}

func (l *List[T]) Add(v T) *List[T] {
	n := &node[T]{val: v}
	if l.tail == nil {
		l.head = n
	} else {
		l.tail.next = n
	}
	l.tail = n
	l.size++
	return l
}
func (l *List[T]) Each(f func(int, T) bool) {
	i := 0
	for n := l.head; n != nil; n = n.next {
		if !f(i, n.val) {
			return
		}
		i++
	}
}

type Shower interface {
	comparable
	Rank() int
}

func best[T Shower](xs ...T) (b T, i int) {
	for k, x := range xs {
		if k == 0 || x.Rank() > b.Rank() || x == b {
			b, i = x, k
		}
	}
	return
}
func fold[A, B any](xs []A, b B, f func(B, A) B) B {
	for _, x := range xs {
		b = f(b, x)
	}
	return b
}

type Wide struct {
	cells [1100]int64
	name  string
}

func (w Wide) Total() (t int64) {
	for _, c := range w.cells {
		t += c
	}
	return
}
func (w Wide) With(i int, v int64) Wide { w.cells[uint(i)%1100] = v; w.name += "'"; return w }
func three(a int) (int, string, Point)  { return a * 3, fmt.Sprint("t", a), Point{a, -a} }
func spread(p string, xs ...int) string { return fmt.Sprint(p, len(xs), xs == nil, xs) }
"""


def goto_loop(f):
    i, again, total = f.fresh("i"), f.fresh("again"), f.fresh("total")
    f.emit("%s := func(%s int) (acc int) {" % (total, i))
    f.emit("%s:" % again)
    f.emit("\tacc = acc*3 + %s" % i)
    f.emit("\tif %s--; %s > %d {" % (i, i, f.rng.randint(-2, 3)))
    f.emit("\t\tif acc %% 5 == %d { %s--; goto %s }" % (f.rng.randint(0, 4), i, again))
    f.emit("\t\tgoto %s" % again)
    f.emit("\t}")
    f.emit("\treturn")
    f.emit("}(%d)" % f.rng.randint(0, 9))
    f.declare(total, "int")


def labelled(f):
    outer, trace = f.fresh("outer"), f.fresh("trace")
    a, b = f.rng.randint(1, 5), f.rng.randint(1, 5)
    f.emit("%s := []int{}" % trace)
    f.emit("%s:" % outer)
    f.emit("for a := 0; a < %d; a++ {" % a)
    f.emit("\tfor b := range make([]bool, %d) {" % b)
    f.emit("\t\tswitch {")
    f.emit("\t\tcase a*b == %d: continue %s" % (f.rng.randint(0, 9), outer))
    f.emit("\t\tcase a+b == %d: break %s" % (f.rng.randint(2, 9), outer))
    f.emit("\t\tcase b == %d: break" % f.rng.randint(0, 4))
    f.emit("\t\tcase a == %d: continue" % f.rng.randint(0, 4))
    f.emit("\t\tdefault: if a < b { fallthrough_ := a; %s = append(%s, fallthrough_) }" % (trace, trace))
    f.emit("\t\t}")
    f.emit("\t\t%s = append(%s, a*10+b)" % (trace, trace))
    f.emit("\t}")
    f.emit("}")
    f.declare(trace, "[]int")


def deferred(f):
    name, log = f.fresh("d"), f.fresh("log")
    x = f.expr("int", 2)
    f.emit("var %s []string" % log)
    f.emit("%s := func(n int) (r int, err error) {" % name)
    f.emit("\tdefer func() {")
    f.emit("\t\tif e := recover(); e != nil { err = fmt.Errorf(\"caught %%v\", e); r += %d }" % f.rng.randint(1, 9))
    f.emit("\t}()")
    f.emit("\tfor i := 0; i < %d; i++ {" % f.rng.randint(1, 4))
    f.emit("\t\ti := i; _ = i")
    form = f.rng.randint(0, 3)
    f.emit("\t\tdefer " + ["func() { r += i; %s = append(%s, fmt.Sprint(i, r)) }()" % (log, log),
                           "func(k int) { r = r*2 + k }(i + r)",
                           "func() { defer func() { %s = append(%s, fmt.Sprint(recover())) }(); if i == 1 { panic(i) } }()" % (log, log),
                           "func() { if e := recover(); e != nil { panic(fmt.Sprint(\"again \", e)) } }()"][form])
    f.emit("\t}")
    f.emit("\tr = n")
    f.emit("\t" + f.pick(["if n & 1 == 0 { panic(n) }", "_ = 10 / (n & 1)", "var m map[int]int; if n % 3 == 0 { m[n] = 1 }",
                          "var p *Point; if n & 3 == 0 { p.X++ }", "_ = []int{1, 2}[n & 3]"]))
    f.emit("\treturn r + 1, nil")
    f.emit("}")
    for _ in range(2):
        r, err = f.fresh(), f.fresh("err")
        f.emit("%s, %s := %s(%s)" % (r, err, name, x))
        f.declare(r, "int")
        f.emit('show(n, "deferred", %s, %s, %s)' % (r, err, log))
        x = f.expr("int", 2)


def embedding(f):
    o = f.fresh("o")
    f.emit("%s := Outer{Wrapped: &Wrapped{Named: %s, extra: %s}, Base: %s, list: %s}" % (
        o, f.pick(["Base{Name: \"in\"}", "&Base{Name: \"pin\", N: 3}"]), f.expr("int", 1), f.expr("Base", 1), f.expr("[]Point", 1)))
    f.emit("%s.extra += len(%s.Name)" % (o, o))
    f.emit("%s.Bump(%s)" % (o, f.expr("int32", 1)))
    call = f.fresh("call")
    f.emit("%s := %s" % (call, f.pick(["%s.Wrapped.Hello" % o, "%s.Base.Hello" % o, "(*Wrapped).Hello", "Base.Hello"])))
    self = f.lines[-1]
    if "(*Wrapped).Hello" in self:
        args = "%s.Wrapped, \"x\"" % o
    elif self.endswith(":= Base.Hello"):
        args = "%s.Base, \"x\"" % o
    else:
        args = "\"x\""
    f.emit("%s.Wrapped = &Wrapped{Named: Base{Name: \"other\"}}" % o if "Wrapped" not in args else "%s.Name = \"later\"" % o)
    f.emit('show(n, "embed", %s(%s), %s.extra, %s.N, len(%s.list))' % (call, args, o, o, o))


def method_values(f):
    c, peek, nxt = f.fresh("c"), f.fresh("peek"), f.fresh("next")
    f.emit("%s := Counter{n: %s, step: %d}" % (c, f.expr("int", 1), f.rng.randint(-3, 5)))
    f.emit("%s, %s := %s.Peek, %s.Next" % (peek, nxt, c, c))
    f.emit("%s.n++" % c)
    f.emit("%s, %s = %s.Copy(%d).Peek, %s.Self().Next" % (("_", nxt, c, f.rng.randint(0, 9), c) if f.chance(0.5)
                                                           else (peek, nxt, c, f.rng.randint(0, 9), c)))
    f.emit("for i := 0; i < %d; i++ { %s() }" % (f.rng.randint(0, 3), nxt))
    one, two = f.fresh(), f.fresh()
    f.emit("%s := %s()" % (one, peek))
    f.emit("%s := (*Counter).Next(&%s)" % (two, c))
    f.emit('show(n, "methods", %s, %s, %s, Counter.Peek(%s))' % (one, two, c, c))
    f.declare(one, "int")
    f.declare(two, "int")


def map_of_structs(f):
    m, total = f.fresh("m"), f.fresh("total")
    key = f.pick(["int", "string", "Point", "[2]int8", "interface{}"])
    keys = {"int": "i*7 % 5", "string": "fmt.Sprint(i % 4)", "Point": "Point{i % 3, 1}", "[2]int8": "[2]int8{int8(i % 3)}",
            "interface{}": "interface{}(i % 4)"}[key]
    f.emit("%s := map[%s]Base{}" % (m, key))
    f.emit("for i := 0; i < %d; i++ {" % f.rng.randint(1, 12))
    f.emit("\tb, ok := %s[%s]" % (m, keys))
    f.emit("\tif !ok { b.Name = %s }" % f.expr("string", 1))
    f.emit("\tb.N += int32(i)")
    f.emit("\t%s[%s] = b" % (m, keys))
    f.emit("}")
    f.emit("%s := 0" % total)
    f.emit("for k, b := range %s { %s += int(b.N) + len(b.Name); if b.N %% 2 == 0 { delete(%s, k) } }" % (m, total, m))
    f.emit('show(n, "map", len(%s))' % m)
    f.declare(total, "int")


def nested_maps(f):
    m = f.fresh("mm")
    f.emit("%s := map[string]map[int][]string{}" % m)
    f.emit("for i, w := range strings.Fields(%s + \" a b ab b\") {" % f.expr("string", 1))
    f.emit("\tif %s[w] == nil { %s[w] = make(map[int][]string) }" % (m, m))
    f.emit("\t%s[w][i %% %d] = append(%s[w][i %% %d], w + fmt.Sprint(i))" % ((m, f.rng.randint(1, 3)) * 2))
    f.emit("}")
    f.emit('show(n, "nested", %s, len(%s["b"]), %s["none"][3] == nil)' % (m, m, m))


def arrays(f):
    a, b = f.fresh("arr"), f.fresh("arr")
    f.emit("%s := [3][2]int{{%s}, {1, %s}}" % (a, f.expr("int", 1), f.expr("int", 1)))
    f.emit("%s := %s" % (b, a))
    f.emit("%s[%s&1][1]++" % (b, f.expr("int", 1)))
    f.emit("i := uint(%s) %% 3" % f.expr("int", 1) if False else "{ i := %d; i, %s[i], %s[2] = 1, %s[i], [2]int{i, i + 5}; _ = i }" % (
        f.rng.randint(0, 1), a, b, b))
    f.emit("for i, row := range %s { %s[2][1] += row[0] + i; row[0] = 99 }" % (a, a))
    f.emit("pa := &%s; for i := range pa { pa[i][0] -= i }" % b if False else "for i := range &%s { %s[i][0] -= i }" % (b, b))
    f.emit('show(n, "arrays", %s, %s, %s == %s, %s[1] == %s[1], len(%s[1:]), %s)' % (
        a, b, a, b, a, b, a, "%s != [3][2]int{}" % b))


def constants(f):
    a, s = f.rng.randint(60, 90), f.rng.randint(1, 62)
    small, kind = f.rng.randint(-99, 99), f.pick(["int", "int64", "float64", "uint8", "rune", "int16"])
    name = f.fresh("C")
    f.emit("const %s = 1<<%d >> %d" % (name, a, a - 5))
    f.emit("const %sf = %d / 7.0 * %s" % (name, small, name))
    f.emit("const %sr = 'a' + %s - %d" % (name, name, f.rng.randint(0, 30)))
    f.emit("var %sv %s = %s + %d" % (name.lower(), kind, name, f.rng.randint(0, 9)))
    f.emit("_ = %sv" % name.lower())
    f.emit('show(n, "const", %s, %sf > 1, string(rune(%sr)), %sv, %s(%s)<<%d>>%d, len([%s]int{}), -%d%%7, ^%s)' % (
        name, name, name, name.lower(), f.pick(["int64", "uint32", "uint64"]), name, f.rng.randint(0, 26), s % 20, name,
        f.rng.randint(1, 50), name))


def shifts(f):
    t, u = f.pick(["int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "int", "uint"]), f.pick(["uint8", "uint", "int"])
    x, s = f.fresh(), f.fresh("s")
    f.emit("%s, %s := %s, %s&63" % (x, s, f.expr(t, 2), f.expr(u, 1)))
    f.emit('show(n, "shift", %s<<%s, %s>>%s, %s(1)<<%s|%s, (%s<<3)>>%s, -%s>>1, uint16(1)<<%s, uint8(%s)<<%s)' % (
        x, s, x, s, t, s, x, x, s, x, s, x, s))


def closures(f):
    fs, total = f.fresh("fs"), f.fresh("total")
    f.emit("var %s []func(int) int" % fs)
    f.emit("for i := 0; i < %d; i++ {" % f.rng.randint(1, 4))
    f.emit("\tj, k := i, %s" % f.expr("int", 1))
    f.emit("\tinc := func() int { j++; return j }")
    f.emit("\t%s = append(%s, func(x int) int { k ^= x; return inc()*100 + k & 63 })" % (fs, fs))
    f.emit("}")
    f.emit("%s := 0" % total)
    f.emit("var fib func(int) int")
    f.lines[-1] = f.lines[-1].replace("fib", "fib" + total)
    f.emit("fib%s = func(k int) int { if k < 2 { return k }; return fib%s(k-1) + fib%s(k-2) }" % (total, total, total))
    f.emit("for r := 0; r < 2; r++ { for i, g := range %s { %s += g(i + r) + fib%s(i + 3) } }" % (fs, total, total))
    f.declare(total, "int")


def selects(f):
    a, b, out = f.fresh("ca"), f.fresh("cb"), f.fresh("out")
    size = f.rng.randint(1, 3)
    f.emit("%s, %s := make(chan int, %d), make(chan string)" % (a, b, size))
    f.emit("%s := []int{}" % out)
    f.emit("for i := 0; i < %d; i++ {" % f.rng.randint(1, 6))
    f.emit("\tselect {")
    f.emit("\tcase %s <- i*i + %d: %s = append(%s, len(%s))" % (a, f.rng.randint(0, 9), out, out, a))
    f.emit("\tcase s := <-%s: panic(s)" % b)
    f.emit("\tdefault: %s = append(%s, -<-%s, cap(%s))" % (out, out, a, a))
    f.emit("\t}")
    f.emit("}")
    f.emit("close(%s)" % b)
    f.emit("select { case s, ok := <-%s: show(n, \"closed\", s == \"\", ok); case <-(chan int)(nil): }" % b)
    f.emit("for { select { case v := <-%s: %s = append(%s, v); continue; default: }; break }" % (a, out, out))
    f.declare(out, "[]int")


def lists(f):
    t = f.pick(["int", "string", "Point", "[]int", "*Counter"])
    if t == "*Counter":
        t = "Counter"
    value = (lambda: f.expr(t, 1)) if t != "Counter" else (lambda: "Counter{%d, 2}" % f.rng.randint(0, 9))
    name, seen = f.fresh("list"), f.fresh("seen")
    f.emit("%s := (&List[%s]{}).Add(%s).Add(%s)" % (name, t, value(), value()))
    f.emit("for i := 0; i < %d; i++ { %s.Add(%s) }" % (f.rng.randint(0, 4), name, value()))
    f.emit("%s := %s.size" % (seen, name))
    f.emit("%s.Each(func(i int, v %s) bool { %s = %s*31 + len(fmt.Sprint(v)); return i < %d })" % (name, t, seen, seen, f.rng.randint(0, 4)))
    f.declare(seen, "int")


def constraints(f):
    t = f.pick(["Point", "Level"])
    b, i = f.fresh(), f.fresh()
    f.emit("%s, %s := best(%s)" % (b, i, ", ".join("%s" % f.expr(t, 2) for _ in range(f.rng.randint(1, 4)))))
    f.declare(b, t)
    f.declare(i, "int")
    s = f.fresh()
    f.emit("%s := fold(%s, %s, func(a string, x int) string { return cut(a + fmt.Sprint(x)) })" % (s, f.expr("[]int", 2), f.expr("string", 1)))
    f.declare(s, "string")


def results(f):
    a, b, c = f.fresh(), f.fresh(), f.fresh()
    f.emit("var (%s int; %s string)" % (a, b))
    f.emit("var %s struct { p Point; xs []int }" % c)
    f.emit("%s.xs = make([]int, 3)" % c)
    f.emit("%s.xs[%s&1], %s, %s.p = three(%s)" % (c, f.expr("int", 1), b, c, f.expr("int", 1)))
    f.emit("%s, %s.xs[2], %s.xs[0] = %s.xs[1] + 1, %s, %s.p.X" % (a, c, c, c, a, c))
    f.emit('show(n, "results", %s, %s, %s, spread(%s, %s.xs...), spread("none"), spread("some", %s, 2))' % (a, b, c, b, c, a))
    f.declare(a, "int")
    f.declare(b, "string")


def wide(f):
    w, v = f.fresh("w"), f.fresh("w")
    f.emit("var %s Wide" % w)
    f.emit("%s.name = %s" % (w, f.expr("string", 1)))
    f.emit("%s := %s.With(%s, %s).With(7, 8)" % (v, w, f.expr("int", 1), f.expr("int64", 1)))
    f.emit("%s.cells[3], %s = 4, %s" % ((w, v, v) if f.chance(0.5) else (v, v, w)))
    f.emit("any%s, p%s := interface{}(%s), &%s" % (w, w, v, w))
    f.emit("p%s.cells[5]--" % w)
    f.emit('show(n, "wide", %s.Total(), %s.Total(), %s == %s, any%s == interface{}(%s), any%s.(Wide).name, [2]Wide{1: %s}[1].cells[3])' % (
        w, v, w, v, w, v, w, v))


def strings_by_rune(f):
    s, out = f.fresh("str"), f.fresh("out")
    f.emit("%s, %s := %s + \"é\\x80世\", \"\"" % (s, out, f.expr("string", 2)))
    f.emit("for i, r := range %s { if i %% 2 == %d { %s = string(r) + %s } else { %s += %s[i:i+1] } }" % (
        s, f.rng.randint(0, 1), out, out, out, s))
    f.emit('show(n, "runes", len([]rune(%s)), %s, []byte(%s), %s < %s, strings.Count(%s, ""))' % (s, out, out, out, s, s))
    f.declare(out, "string")


def assignments(f):
    """Operators on elements, fields and through pointers."""
    m, s, p = f.fresh("m"), f.fresh("xs"), f.fresh("pp")
    f.emit("%s, %s := map[string]int{\"a\": %s}, []float64{1, %s}" % (m, s, f.expr("int", 1), f.expr("float64", 1)))
    f.emit("%s[\"a\"] %s %s" % (m, f.pick(["+=", "-=", "*=", "^=", "|=", "&^="]), f.expr("int", 1)))
    f.emit("%s[\"b\"]%s" % (m, f.pick(["++", "--"])))
    f.emit("%s[1] %s %s" % (s, f.pick(["+=", "-=", "*=", "/="]), f.expr("float64", 1)))
    f.emit("%s := &struct { q *Point; k [2]int16 }{q: &Point{1, 2}}" % p)
    f.emit("%s.q.X, %s.k[%s&1], %s.q.Y = %s.q.Y, %s, %s.q.X" % (p, p, f.expr("int", 1), p, p, f.expr("int16", 1), p))
    f.emit("%s.k[0] <<= 3; %s.q.X %%= 7; *%s.q = %s.q.Add(*%s.q)" % (p, p, p, p, p))
    f.emit('show(n, "assigned", %s, %s, *%s.q, %s.k)' % (m, s, p, p))


ALL = [goto_loop, labelled, deferred, deferred, embedding, method_values, map_of_structs, nested_maps, arrays, constants, shifts,
       closures, selects, lists, constraints, results, wide, strings_by_rune, assignments]
