// Structured logs, as text and as JSON.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"os"
	"time"
)

type user struct{ name, password string }

func (u user) LogValue() slog.Value {
	return slog.GroupValue(slog.String("name", u.name), slog.String("password", "***"))
}

type point struct{ X, Y int }

func noTime(groups []string, a slog.Attr) slog.Attr {
	if a.Key == slog.TimeKey && len(groups) == 0 {
		return slog.Attr{}
	}
	return a
}

func main() {
	opts := &slog.HandlerOptions{Level: slog.LevelDebug, ReplaceAttr: noTime}
	for _, l := range []*slog.Logger{slog.New(slog.NewTextHandler(os.Stdout, opts)), slog.New(slog.NewJSONHandler(os.Stdout, opts))} {
		l.Info("hello", "count", 3, "name", "with space", "quoted", `a"b`, "empty", "")
		l.Debug("debug", slog.Int("a", 1), slog.Bool("b", true), slog.Float64("f", 1.5), slog.Duration("d", 1500*time.Millisecond))
		l.Warn("warn", "err", errors.New("an error"), "nil", nil, "p", point{1, 2}, "ptr", &point{3, 4}, "s", []int{1, 2}, "m", map[string]int{"x": 1}, "bytes", []byte("hi"))
		l.Error("error", slog.Group("g", slog.Int("x", 1), slog.Group("inner", "y", 2), slog.Group("empty")))
		l.With("a", 1).WithGroup("req").With("id", 7).Info("nested", "k", "v", slog.Group("h", "z", 0))
		l.WithGroup("never").Info("no attrs")
		l.Info("user", "u", user{"bob", "secret"})
		l.Info("bad", "only key")
		l.Info("bad", 42, "x")
		l.Log(context.Background(), slog.Level(2), "level 2", "t", time.Date(2024, 1, 2, 3, 4, 5, 6789, time.UTC))
		l.LogAttrs(nil, slog.LevelInfo, "attrs", slog.Uint64("u", 1<<63), slog.Any("any", struct{ A string }{"x=y"}))
	}
	log.SetFlags(0)
	log.SetOutput(os.Stdout)
	slog.Info("default", "a", 1, "b", "c d")
	slog.Debug("not shown")
	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stdout, opts)))
	log.Print("through log")
	slog.Warn("now text", "x", 1)
	var lv slog.LevelVar
	lv.Set(slog.LevelWarn)
	fmt.Println(&lv, slog.Level(-6), slog.Level(10), slog.LevelInfo+1)
	l := slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{Level: &lv, ReplaceAttr: noTime}))
	l.Info("hidden")
	lv.Set(slog.LevelInfo)
	l.Info("shown")
	fmt.Println(slog.Int("a", 1), slog.Group("g", "a", 1, "b", 2), slog.AnyValue([]int{1}).Kind(), slog.AnyValue(time.Second))
}

// Needs: go1.21
// Output:
// level=INFO msg=hello count=3 name="with space" quoted="a\"b" empty=""
// level=DEBUG msg=debug a=1 b=true f=1.5 d=1.5s
// level=WARN msg=warn err="an error" nil=<nil> p="{X:1 Y:2}" ptr="&{X:3 Y:4}" s="[1 2]" m=map[x:1] bytes=hi
// level=ERROR msg=error g.x=1 g.inner.y=2
// level=INFO msg=nested a=1 req.id=7 req.k=v req.h.z=0
// level=INFO msg="no attrs"
// level=INFO msg=user u.name=bob u.password=***
// level=INFO msg=bad !BADKEY="only key"
// level=INFO msg=bad !BADKEY=42 !BADKEY=x
// level=INFO+2 msg="level 2" t=2024-01-02T03:04:05.000Z
// level=INFO msg=attrs u=9223372036854775808 any="{A:x=y}"
// {"level":"INFO","msg":"hello","count":3,"name":"with space","quoted":"a\"b","empty":""}
// {"level":"DEBUG","msg":"debug","a":1,"b":true,"f":1.5,"d":1500000000}
// {"level":"WARN","msg":"warn","err":"an error","nil":null,"p":{"X":1,"Y":2},"ptr":{"X":3,"Y":4},"s":[1,2],"m":{"x":1},"bytes":"aGk="}
// {"level":"ERROR","msg":"error","g":{"x":1,"inner":{"y":2}}}
// {"level":"INFO","msg":"nested","a":1,"req":{"id":7,"k":"v","h":{"z":0}}}
// {"level":"INFO","msg":"no attrs"}
// {"level":"INFO","msg":"user","u":{"name":"bob","password":"***"}}
// {"level":"INFO","msg":"bad","!BADKEY":"only key"}
// {"level":"INFO","msg":"bad","!BADKEY":42,"!BADKEY":"x"}
// {"level":"INFO+2","msg":"level 2","t":"2024-01-02T03:04:05.000006789Z"}
// {"level":"INFO","msg":"attrs","u":9223372036854775808,"any":{"A":"x=y"}}
// INFO default a=1 b="c d"
// level=INFO msg="through log"
// level=WARN msg="now text" x=1
// LevelVar(WARN) DEBUG-2 ERROR+2 INFO+1
// level=INFO msg=shown
// a=1 g=[a=1 b=2] Any 1s
