// SPDX-License-Identifier: MIT

package debug

import (
	"runtime"
	"time"
)

// BuildInfo says what a program was built of.
type BuildInfo struct {
	GoVersion string
	Path      string
	Main      Module
	Deps      []*Module
	Settings  []BuildSetting
}

// Module is a module of a build.
type Module struct {
	Path    string
	Version string
	Sum     string
	Replace *Module
}

// BuildSetting is a setting of a build.
type BuildSetting struct {
	Key, Value string
}

// ReadBuildInfo says what is known of this program's build.
func ReadBuildInfo() (info *BuildInfo, ok bool) {
	return &BuildInfo{GoVersion: runtime.Version(), Path: "command-line-arguments"}, true
}

func (bi *BuildInfo) String() string {
	s := "go\t" + bi.GoVersion + "\npath\t" + bi.Path + "\n"
	if bi.Main.Path != "" {
		s += "mod\t" + bi.Main.Path + "\t" + bi.Main.Version + "\n"
	}
	for _, d := range bi.Deps {
		s += "dep\t" + d.Path + "\t" + d.Version + "\n"
	}
	for _, b := range bi.Settings {
		s += "build\t" + b.Key + "=" + b.Value + "\n"
	}
	return s
}

// GCStats tells of collections.
type GCStats struct {
	LastGC         time.Time
	NumGC          int64
	PauseTotal     time.Duration
	Pause          []time.Duration
	PauseEnd       []time.Time
	PauseQuantiles []time.Duration
}

// ReadGCStats fills in how many collections there were.
func ReadGCStats(stats *GCStats) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	stats.NumGC = int64(m.NumGC)
	stats.PauseTotal = time.Duration(m.PauseTotalNs)
}
