@echo off
rem Starts Corymb with the first Java 25 or newer that is found: CORYMB_JAVA, the bundled runtime, JAVA_HOME, the path,
rem the registry, then the folders where Java is usually installed. Options for the virtual machine: CORYMB_OPTIONS.
setlocal EnableExtensions DisableDelayedExpansion
for %%H in ("%~dp0..") do set "CORYMB_HOME=%%~fH"
set "JAVA="

if not defined CORYMB_JAVA goto find
set "JAVA=%CORYMB_JAVA%"
if exist "%CORYMB_JAVA%\bin\java.exe" set "JAVA=%CORYMB_JAVA%\bin\java.exe"
goto run

:find
call :try "%CORYMB_HOME%\runtime"
if defined JAVA_HOME call :try "%JAVA_HOME%"
for %%J in (java.exe) do if not "%%~$PATH:J"=="" for %%H in ("%%~dp$PATH:J..") do call :try "%%~fH"
if defined JAVA goto run
for %%K in ("JavaSoft\JDK" "JavaSoft\Java Development Kit" "Eclipse Adoptium" "Microsoft\JDK" "Azul Systems\Zulu") do (
    for /f "tokens=2,*" %%A in ('reg query "HKLM\SOFTWARE\%%~K" /s 2^>nul ^| findstr /r /c:" JavaHome " /c:" Path " /c:" InstallationPath "') do call :try "%%~B"
)
for /d %%D in (
    "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*"
    "%ProgramFiles%\Amazon Corretto\*" "%ProgramFiles%\BellSoft\*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*" "%USERPROFILE%\.jdks\*"
) do call :try "%%~fD"
if defined JAVA goto run
echo Corymb needs Java 25 or newer and found none: install one, for example from adoptium.net, or set CORYMB_JAVA to its folder. 1>&2
exit /b 1

:run
set "MODULES="
if exist "%CORYMB_HOME%\lib\javafx\" set MODULES=--module-path="%CORYMB_HOME%\lib\javafx"
"%JAVA%" "@%CORYMB_HOME%\lib\options" -Dorg.sqlite.lib.path="%CORYMB_HOME%\lib" -Djava.library.path="%CORYMB_HOME%\lib" -XX:AOTCache="%CORYMB_HOME%\lib\corymb.aot" -Xlog:disable %MODULES% %CORYMB_OPTIONS% -cp "%CORYMB_HOME%\lib\corymb.jar" corymb.Main %*
exit /b %ERRORLEVEL%

rem Every Java home has a file "release" with its version: reading it is far faster than starting it.
:try
if defined JAVA exit /b
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
for /f "usebackq tokens=2 delims==" %%V in (`findstr /b "JAVA_VERSION=" "%~1\release"`) do (
    for /f "tokens=1 delims=.-+" %%M in ("%%~V") do if %%M GEQ 25 set "JAVA=%~1\bin\java.exe"
)
exit /b
