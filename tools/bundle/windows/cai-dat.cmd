@echo off
rem Finds a Python and hands over to goi\cai_dat.py. This file is plain ASCII, for cmd.exe reads it in whatever code page
rem the machine has; nothing stands inside parentheses or is expanded late, so that the folder may have any name.
setlocal EnableExtensions DisableDelayedExpansion
set "HERE=%~dp0"
set "PYTHONS=@PYTHONS@"
set "RC=2"
set "FOUND="
set "SEEN="
rem Take no python.exe that happens to lie in the current folder, and let nothing be fetched from the internet.
set "NoDefaultCurrentDirectoryInExePath=1"
set "PYTHON_MANAGER_AUTOMATIC_INSTALL=false"
set "PYLAUNCHER_ALLOW_INSTALL="

if not exist "%HERE%goi\cai_dat.py" goto :not_whole
if not exist "%HERE%goi\SHA256SUMS" goto :not_whole

set "EXE=%HERE%goi\python\python.exe"
set "ARG="
if exist "%EXE%" call :try
for %%v in (%PYTHONS%) do call :try_launcher %%v
for %%v in (%PYTHONS%) do call :try_installed %%v
call :try_path
if not defined FOUND goto :no_python

"%EXE%" %ARG% -I -B "%HERE%goi\cai_dat.py" %*
set "RC=%ERRORLEVEL%"
goto :end

:try_launcher
if defined FOUND exit /b 0
set "EXE=py.exe"
set "ARG=-%1"
goto :try

:try_installed
if defined FOUND exit /b 0
set "ARG="
set "NUMBER=%1"
set "NUMBER=%NUMBER:.=%"
set "EXE=%LOCALAPPDATA%\Programs\Python\Python%NUMBER%\python.exe"
if exist "%EXE%" call :try
if defined FOUND exit /b 0
set "EXE=%ProgramFiles%\Python%NUMBER%\python.exe"
if exist "%EXE%" call :try
exit /b 0

:try_path
if defined FOUND exit /b 0
set "EXE=python.exe"
set "ARG="

:try
rem The stub of the Microsoft Store, an old Python, 32 bit and a broken one all end with another code than 0.
"%EXE%" %ARG% -I -c "import sys, sysconfig; v = '.'.join(map(str, sys.version_info[:2])); sys.exit(10 if v not in sys.argv[1:] else 11 if sysconfig.get_platform() != 'win-amd64' else 0)" %PYTHONS% >nul 2>nul
set "CODE=%ERRORLEVEL%"
if "%CODE%"=="0" set "FOUND=1"
if "%CODE%"=="10" set "SEEN=1"
if "%CODE%"=="11" set "SEEN=1"
exit /b 0

:not_whole
echo.
echo CHUA GIAI NEN: cai-dat.cmd dang chay mot minh, thieu thu muc "goi" ben canh.
echo   Hay giai nen ca goi truoc: bam chuot phai vao ictscore-win.zip, chon
echo   "Extract All..." / "Giai nen tat ca...", roi mo thu muc vua giai nen va chay
echo   cai-dat.cmd o do. Dung chay cai-dat.cmd ngay trong cua so cua tep .zip.
echo.
echo NOT UNPACKED: extract the whole ictscore-win.zip first, then run cai-dat.cmd.
goto :end

:no_python
echo.
echo KHONG CO PYTHON PHU HOP: can Python 64 bit, ban @PYTHONS_NAMED@.
if defined SEEN echo   May nay co Python, nhung ban khac hoac 32 bit, nen khong dung duoc.
if exist "%HERE%goi\python\python.exe" echo   Python kem trong goi khong chay duoc: can Windows 64 bit, tu Windows 10.
echo   Lam mot trong hai cach:
echo   1. Xin goi ictscore-win.zip co kem Python ^(co thu muc goi\python^).
echo   2. Cai Python 64 bit tu python.org, khong can quyen quan tri
echo      ^("Install Now", bo dau chon "for all users"^), roi chay lai cai-dat.cmd.
echo   Xem them DOC-TRUOC.txt, muc 3. Windows 7 khong dung duoc.
echo.
echo NO SUITABLE PYTHON: a 64-bit Python @PYTHONS_NAMED@ is needed.
goto :end

:end
rem A window opened by a double click would vanish; the command line of its cmd.exe names this file.
setlocal EnableDelayedExpansion
set "LINE=!CMDCMDLINE!"
if "!LINE:cai-dat.cmd=!"=="!LINE!" goto :leave
echo.
echo Bam mot phim bat ky de dong cua so nay.
pause >nul
:leave
endlocal & exit /b %RC%
