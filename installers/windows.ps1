# Makes target\installers\Corymb-VERSION.msi (with WiX on the path) or else a portable zip, with a Java runtime inside.
# Run on Windows with a JDK 25 or newer in JAVA_HOME.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')

function Invoke-Tool([string] $Tool, [string[]] $Arguments) {
    & $Tool @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Tool ended with $LASTEXITCODE." }
}

if (-not $env:JAVA_HOME -or -not (Test-Path "$env:JAVA_HOME\bin\jpackage.exe")) {
    throw 'A JDK 25 or newer with jpackage is needed: set JAVA_HOME to it.'
}
$jdk = "$env:JAVA_HOME\bin"
$folder = 'target\corymb'
$out = 'target\installers'
foreach ($old in $folder, $out) { if (Test-Path $old) { Remove-Item -Recurse -Force $old } }
New-Item -ItemType Directory -Force "$out\input" | Out-Null
Invoke-Tool '.\mvnw.cmd' @('-q', '-DskipTests', 'package')
$version = (& "$folder\bin\corymb.cmd" --version) -replace '^corymb ', ''

$modules = 'java.base,java.desktop,java.management,java.naming,java.net.http,java.sql,jdk.charsets,jdk.unsupported,jdk.zipfs,javafx.controls,javafx.fxml'
Invoke-Tool "$jdk\jlink.exe" @('--module-path', "$folder\lib\javafx", '--add-modules', $modules, '--exclude-resources=**.dll',
    '--no-header-files', '--no-man-pages', '--strip-java-debug-attributes', '--compress', 'zip-6', '--output', "$out\runtime")
# JavaFX looks for its libraries here in a runtime image.
New-Item -ItemType Directory -Force "$out\runtime\bin\javafx" | Out-Null
Copy-Item "$folder\lib\javafx\*.dll" "$out\runtime\bin\javafx"

Copy-Item "$folder\lib\*.jar", "$folder\lib\*.dll", 'LICENSE' "$out\input"
$image = @('--type', 'app-image', '--dest', $out, '--name', 'Corymb', '--app-version', $version,
    '--runtime-image', "$out\runtime", '--input', "$out\input", '--main-jar', 'corymb.jar', '--main-class', 'corymb.Main',
    '--icon', 'installers\corymb.ico', '--java-options', '-Xlog:disable',
    '--java-options', '-Dorg.sqlite.lib.path=$APPDIR', '--java-options', '-Djava.library.path=$APPDIR',
    '--add-launcher', 'corymb-console=installers\console.properties')
foreach ($option in Get-Content "$folder\lib\options") {
    if ($option -and -not $option.StartsWith('#')) { $image += @('--java-options', ($option -replace ' ', '=')) }
}
Invoke-Tool "$jdk\jpackage.exe" $image

if (Get-Command wix, candle -ErrorAction SilentlyContinue) {
    Invoke-Tool "$jdk\jpackage.exe" @('--type', 'msi', '--dest', $out, '--app-image', "$out\Corymb", '--name', 'Corymb',
        '--app-version', $version, '--win-menu', '--win-shortcut', '--win-dir-chooser', '--license-file', 'LICENSE',
        '--win-upgrade-uuid', '5b0f6d0e-6f5a-4d0b-9c39-0a8f5c7f2b61')
} else {
    Compress-Archive "$out\Corymb" "$out\Corymb-$version-windows.zip"
}
Remove-Item -Recurse -Force "$out\input", "$out\runtime"
Get-ChildItem $out
